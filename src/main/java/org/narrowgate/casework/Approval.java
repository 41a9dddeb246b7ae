package org.narrowgate.casework;

import java.time.Instant;

/**
 * A caseworker's finding that the public interest is in favour.
 *
 * @param by id of the caseworker
 * @param name as colleagues are shown it
 */
public record Approval(String by, String name, Instant at, PublicInterestTest test) {}
