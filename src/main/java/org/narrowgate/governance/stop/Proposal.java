package org.narrowgate.governance.stop;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.narrowgate.governance.Author;

/** Somebody proposes to end one stop, which somebody else has to approve. */
public record Proposal(Author by, Instant at, String reason) {
    public Proposal {
        requireNonNull(by);
        requireNonNull(at);
        requireNonNull(reason);
    }
}
