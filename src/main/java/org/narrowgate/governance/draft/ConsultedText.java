package org.narrowgate.governance.draft;

import java.util.Optional;
import org.narrowgate.policy.Policy;

/** What the public was asked about. */
public interface ConsultedText {
    /** The text that the last consultation on a draft was about; empty unless it is closed and its outcome published. */
    Optional<Policy> of(DraftId draft);
}
