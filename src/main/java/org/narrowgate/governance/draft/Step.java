package org.narrowgate.governance.draft;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.narrowgate.governance.Author;

/**
 * A move of a draft from one state to another, kept for ever.
 *
 * @param to the state it led to
 * @param revision the newest at that time
 * @param reasons empty where none are asked for
 */
public record Step(DraftState to, Author by, Instant at, int revision, String reasons) {
    public Step {
        requireNonNull(to);
        requireNonNull(by);
        requireNonNull(at);
        requireNonNull(reasons);
    }
}
