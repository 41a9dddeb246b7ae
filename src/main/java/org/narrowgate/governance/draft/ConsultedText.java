package org.narrowgate.governance.draft;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.narrowgate.policy.Policy;

/** What the public was asked about. */
public interface ConsultedText {
    /** What the last consultation on a draft was about; empty unless it is closed and its outcome published. */
    Optional<Consulted> of(DraftId draft);

    /** @param base the version that the public saw the text held against */
    record Consulted(Policy base, Policy text) {
        public Consulted {
            requireNonNull(base);
            requireNonNull(text);
        }
    }
}
