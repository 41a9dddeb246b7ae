package org.narrowgate.casework.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A case file as it is read. Written by {@link CaseFileShare} only, in the log's commit. */
@Entity
@Immutable
@Table(name = "tracing_request")
public class TracingRequestEntity {
    @Id
    UUID id;

    String agency;
    String purpose;

    @Column(name = "case_reference")
    String caseReference;

    String state;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "due_by")
    LocalDate dueBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "policy_version")
    int policyVersion;

    @Column(name = "idempotency_key")
    @Nullable
    UUID idempotencyKey;

    String fingerprint;

    @JdbcTypeCode(SqlTypes.JSON)
    String asked;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String subject;

    @Nullable
    Long person;

    @Column(name = "searched_by")
    String[] searchedBy;

    @Column(name = "refusal_reason")
    @Nullable
    String refusalReason;

    @Column(name = "refusal_clause")
    @Nullable
    String refusalClause;

    @Column(name = "refusal_explanation")
    @Nullable
    String refusalExplanation;

    @Column(name = "outcome_entry")
    @Nullable
    Long outcomeEntry;

    @Column(name = "outcome_leaf_hash")
    @Nullable
    String outcomeLeafHash;

    @Column(name = "outcome_at")
    @Nullable
    Instant outcomeAt;

    @Column(name = "outcome_policy_hash")
    @Nullable
    String outcomePolicyHash;

    @Column(name = "readable_until")
    @Nullable
    Instant readableUntil;

    int readings;

    @Column(name = "destroy_by")
    @Nullable
    LocalDate destroyBy;

    @Column(name = "destroyed_on")
    @Nullable
    LocalDate destroyedOn;

    @Column(name = "destruction_method")
    @Nullable
    String destructionMethod;

    @Column(name = "working_days")
    int workingDays;

    @Column(name = "stopped_days")
    int stoppedDays;

    String priority;

    @JdbcTypeCode(SqlTypes.JSON)
    String exchanges;

    @Column(name = "first_approval")
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String firstApproval;

    @Column(name = "escalated_at")
    @Nullable
    Instant escalatedAt;

    @Column(name = "disclosed_at")
    @Nullable
    Instant disclosedAt;

    @Column(name = "closed_for")
    @Nullable
    String closedFor;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String incident;

    @Column(name = "erase_on")
    @Nullable
    LocalDate eraseOn;

    @Column(name = "erased_at")
    @Nullable
    Instant erasedAt;
}
