package org.narrowgate.governance.draft;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.narrowgate.governance.Author;

/**
 * One change of a draft, kept for ever.
 *
 * @param number from 1, dense
 * @param words what it changed
 */
public record Revision(int number, Author by, Instant at, String words) {
    public Revision {
        requireNonNull(by);
        requireNonNull(at);
        requireNonNull(words);
    }
}
