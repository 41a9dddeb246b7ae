package org.narrowgate.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * A caseworker's question to the agency, and its answer.
 *
 * @param answer empty while the question is open
 */
public record Exchange(String question, Instant askedAt, Optional<Information> answer) {
    /** What the agency answered. */
    public record Information(String text, Instant at) {}

    Exchange answered(String information, Instant at) {
        return new Exchange(question, askedAt, Optional.of(new Information(information, at)));
    }
}
