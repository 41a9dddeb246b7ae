package org.narrowgate.governance.stop;

import static java.util.Objects.requireNonNull;

import org.narrowgate.governance.Author;
import org.narrowgate.policy.PolicyMark;
import org.narrowgate.policy.Stoppable;

/**
 * A stop or a resumption about to be written.
 *
 * @param decidedOn must still hold under the log's lock; with it nothing is stopped or started meanwhile, and what is
 *     written is the next event
 */
record StopMove(Kind kind, Stoppable thing, Author by, String reason, PolicyMark decidedOn) {
    StopMove {
        requireNonNull(kind);
        requireNonNull(thing);
        requireNonNull(by);
        requireNonNull(reason);
        requireNonNull(decidedOn);
    }

    /** Which way it goes. */
    sealed interface Kind {
        record ToStop() implements Kind {}

        /** @param proposedBy whose proposal to end the stop of this number is approved */
        record ToResume(long lifts, String proposedBy) implements Kind {
            public ToResume {
                requireNonNull(proposedBy);
            }
        }

        /** As the log and the table name it. */
        default String word() {
            return switch (this) {
                case ToStop() -> "stop";
                case ToResume resume -> "resume";
            };
        }
    }

    /** Its number, once it is written. */
    long number() {
        return decidedOn.stops() + 1;
    }
}
