package org.narrowgate.transparency.agreements;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something that became of an agreement.
 *
 * @param policyVersion the version that brought it; empty where a stop or the calendar did
 * @param sentences what exactly changed, where that is more than the kind says
 */
public record Milestone(Kind kind, Instant at, OptionalInt policyVersion, List<String> sentences) {
    /** What became of it. */
    public enum Kind {
        REGISTERED,
        ACTIVATED,
        WIDENED,
        NARROWED,
        REWORDED,
        SUSPENDED,
        RESUMED,
        ENDED,
        TERMINATED
    }

    public Milestone {
        requireNonNull(kind);
        requireNonNull(at);
        requireNonNull(policyVersion);
        sentences = List.copyOf(sentences);
    }
}
