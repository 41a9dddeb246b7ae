package org.narrowgate.governance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A policy version with how it came to be and what became of it.
 *
 * @param hash SHA-256 of its canonical JSON, hex
 * @param entry the index of the disclosure log's entry that published it
 * @param origin empty for the one that came with the software
 */
public record PublishedVersion(
        int number, String hash, Instant inForceFrom, State state, long entry, Optional<Origin> origin) {
    public PublishedVersion {
        requireNonNull(hash);
        requireNonNull(inForceFrom);
        requireNonNull(state);
        requireNonNull(origin);
    }

    /** What a version is to decisions, at a moment. */
    public enum State {
        /** It decides. */
        IN_FORCE("in force"),
        /** It will decide from a moment to come. */
        ANNOUNCED("announced"),
        /** It decided once. */
        SUPERSEDED("superseded"),
        /** A later version's time came, or comes, no later than its own. */
        FELL_AWAY("never in force");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** As a page says it. */
        public String words() {
            return words;
        }
    }
}
