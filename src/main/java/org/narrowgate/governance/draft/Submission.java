package org.narrowgate.governance.draft;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.narrowgate.governance.Author;

/**
 * That a draft was put before the approvers.
 *
 * @param inForceFrom as its author proposes; empty for at once
 */
public record Submission(Author by, Instant at, String reasons, Optional<Instant> inForceFrom) {
    public Submission {
        requireNonNull(by);
        requireNonNull(at);
        requireNonNull(reasons);
        requireNonNull(inForceFrom);
    }
}
