package org.narrowgate.governance.draft.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.draft.DraftHead;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.governance.draft.Submission;

/** Where a draft stands. */
@Entity
@Table(name = "policy_draft")
public class DraftEntity {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    DraftState state;

    int revision;
    String title;
    int base;

    @Column(name = "started_by")
    String startedBy;

    @Column(name = "started_by_name")
    String startedByName;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_by_name")
    String changedByName;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "submitted_by")
    @Nullable
    String submittedBy;

    @Column(name = "submitted_by_name")
    @Nullable
    String submittedByName;

    @Column(name = "submitted_at")
    @Nullable
    Instant submittedAt;

    @Column(name = "submission_reasons")
    @Nullable
    String submissionReasons;

    @Column(name = "in_force_from")
    @Nullable
    Instant inForceFrom;

    // Written with the log entry that publishes the draft.
    @Column(insertable = false, updatable = false)
    @Nullable
    Integer version;

    void hold(@Nullable Submission submission) {
        submittedBy = submission == null ? null : submission.by().id();
        submittedByName = submission == null ? null : submission.by().name();
        submittedAt = submission == null ? null : submission.at();
        submissionReasons = submission == null ? null : submission.reasons();
        inForceFrom = submission == null ? null : submission.inForceFrom().orElse(null);
    }

    DraftHead head() {
        return new DraftHead(
                new DraftId(id),
                title,
                state,
                base,
                revision,
                new Author(startedBy, startedByName),
                new Author(changedBy, changedByName),
                changedAt,
                submission(),
                version == null ? OptionalInt.empty() : OptionalInt.of(version));
    }

    private Optional<Submission> submission() {
        return submittedBy == null || submittedByName == null || submittedAt == null || submissionReasons == null
                ? Optional.empty()
                : Optional.of(new Submission(
                        new Author(submittedBy, submittedByName),
                        submittedAt,
                        submissionReasons,
                        Optional.ofNullable(inForceFrom)));
    }
}
