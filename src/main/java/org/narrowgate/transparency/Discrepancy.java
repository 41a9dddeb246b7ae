package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

/**
 * An entry of the log that ought to count and could not be counted: with one of these the register does not add up.
 *
 * @param index the entry's place in the log
 */
public record Discrepancy(long index, Cause cause) {
    public Discrepancy {
        requireNonNull(cause);
    }

    /** Why it could not be counted. */
    public enum Cause {
        UNREADABLE("it cannot be read"),
        UNKNOWN_OUTCOME("its outcome, or the reason of its refusal, is none the register knows"),
        RECEIVED_TWICE("it is the second receipt of one request"),
        NOT_UNDER_REVIEW("it decides a request that was never received, or is decided already");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** For a sentence that begins with the entry. */
        public String words() {
            return words;
        }
    }
}
