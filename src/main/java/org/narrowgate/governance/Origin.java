package org.narrowgate.governance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.policy.Change;

/**
 * How a draft became a version: always by two.
 *
 * @param difference from the version then in force
 */
public record Origin(
        DraftId draft,
        Instant publishedAt,
        Author author,
        String authorReasons,
        Author approver,
        String approverReasons,
        List<Change> difference) {
    public Origin {
        requireNonNull(draft);
        requireNonNull(publishedAt);
        requireNonNull(author);
        requireNonNull(authorReasons);
        requireNonNull(approver);
        requireNonNull(approverReasons);
        difference = List.copyOf(difference);
    }
}
