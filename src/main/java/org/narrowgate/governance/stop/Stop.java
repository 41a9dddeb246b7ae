package org.narrowgate.governance.stop;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.narrowgate.governance.Author;
import org.narrowgate.policy.Stoppable;

/**
 * Something was stopped, at once and by one person.
 *
 * @param number among all stops and resumptions
 * @param policyVersion the version then in force
 * @param entry index of the log entry that says so: no release follows it
 */
public record Stop(long number, Stoppable thing, Author by, Instant at, String reason, int policyVersion, long entry) {
    public Stop {
        requireNonNull(thing);
        requireNonNull(by);
        requireNonNull(at);
        requireNonNull(reason);
    }
}
