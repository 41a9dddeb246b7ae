package org.narrowgate.casework.review;

import java.time.Instant;

/**
 * A caseworker's sign that they are at work on a request. It lapses by itself.
 *
 * @param by id of the caseworker
 * @param name as colleagues are shown it
 */
public record Claim(String by, String name, Instant until) {}
