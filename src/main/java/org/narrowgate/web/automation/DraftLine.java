package org.narrowgate.web.automation;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.narrowgate.governance.draft.DraftHead;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.governance.draft.Submission;

/**
 * Where a draft stands, as a program reads it.
 *
 * @param version what it was published as
 */
@JsonInclude(NON_NULL)
record DraftLine(
        String id,
        String title,
        DraftState state,
        int revision,
        int base,
        String startedBy,
        String changedBy,
        String changedAt,
        @Nullable Submitted submission,
        @Nullable Integer version) {
    /** That it was put before the approvers. */
    @JsonInclude(NON_NULL)
    record Submitted(
            String by, String at, String reasons, @Nullable String inForceFrom) {
        static Submitted of(Submission submission) {
            return new Submitted(
                    submission.by().name(),
                    submission.at().toString(),
                    submission.reasons(),
                    submission.inForceFrom().map(Object::toString).orElse(null));
        }
    }

    static DraftLine of(DraftHead draft) {
        return new DraftLine(
                draft.id().toString(),
                draft.title(),
                draft.state(),
                draft.revision(),
                draft.base(),
                draft.startedBy().name(),
                draft.changedBy().name(),
                draft.changedAt().toString(),
                draft.submission().map(Submitted::of).orElse(null),
                draft.version().isPresent() ? draft.version().getAsInt() : null);
    }
}
