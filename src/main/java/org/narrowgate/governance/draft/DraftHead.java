package org.narrowgate.governance.draft;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.narrowgate.governance.Author;

/**
 * What is to be known of a draft without reading its document.
 *
 * @param base the policy version it is compared with and would supersede
 * @param revision the newest, from 1
 * @param submission the last one, where it has not been sent back
 * @param version what it was published as
 */
public record DraftHead(
        DraftId id,
        String title,
        DraftState state,
        int base,
        int revision,
        Author startedBy,
        Author changedBy,
        Instant changedAt,
        Optional<Submission> submission,
        OptionalInt version) {
    public DraftHead {
        requireNonNull(id);
        requireNonNull(title);
        requireNonNull(state);
        requireNonNull(startedBy);
        requireNonNull(changedBy);
        requireNonNull(changedAt);
        requireNonNull(submission);
        requireNonNull(version);
        if (base < 1 || revision < 1) {
            throw new IllegalArgumentException("versions and revisions are numbered from 1");
        }
    }
}
