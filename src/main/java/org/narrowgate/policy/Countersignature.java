package org.narrowgate.policy;

import java.time.LocalDate;

/** A senior officer's name under a request. */
public record Countersignature(String officer, String rank, LocalDate signedOn) {}
