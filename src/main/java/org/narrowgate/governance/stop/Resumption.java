package org.narrowgate.governance.stop;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.narrowgate.governance.Author;

/**
 * What was stopped was started again, by two.
 *
 * @param number among all stops and resumptions
 * @param proposal what was approved
 * @param entry index of the log entry that says so
 */
public record Resumption(
        long number, Proposal proposal, Author by, Instant at, String reason, int policyVersion, long entry) {
    public Resumption {
        requireNonNull(proposal);
        requireNonNull(by);
        requireNonNull(at);
        requireNonNull(reason);
    }
}
