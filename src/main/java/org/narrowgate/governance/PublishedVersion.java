package org.narrowgate.governance;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.narrowgate.policy.PolicyVersion;

/**
 * A policy version with how it came to be and what became of it.
 *
 * @param entry the index of the disclosure log's entry that published it
 * @param origin empty for the one that came with the software
 */
public record PublishedVersion(PolicyVersion version, State state, long entry, Optional<Origin> origin) {
    public PublishedVersion {
        requireNonNull(version);
        requireNonNull(state);
        requireNonNull(origin);
    }

    public int number() {
        return version.number();
    }

    /** What a version is to decisions, at a moment. */
    public enum State {
        /** It decides. */
        IN_FORCE("in force"),
        /** It will decide from a moment to come. */
        ANNOUNCED("announced"),
        /** It decided once. */
        SUPERSEDED("superseded"),
        /** Another version came before its time did. */
        FELL_AWAY("never in force: superseded while it was announced");

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
