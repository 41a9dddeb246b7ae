package org.narrowgate.governance.replay.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.narrowgate.governance.replay.ReplayOrder.Opponent;
import org.narrowgate.governance.replay.ReplayState;

/** How far a replay is. What came of it is read apart, for it may be long. */
@Entity
@Table(name = "policy_replay")
public class ReplayEntity {
    /** Which requests, as the table names them. */
    enum Source {
        RECORDED,
        ARCHIVE_2016
    }

    @Id
    UUID id;

    @Nullable
    UUID draft;

    @Nullable
    Integer revision;

    @Nullable
    Integer version;

    @Enumerated(EnumType.STRING)
    Opponent opponent;

    @Column(name = "in_force")
    int inForce;

    @Enumerated(EnumType.STRING)
    Source source;

    @Column(name = "period_from")
    @Nullable
    LocalDate periodFrom;

    @Column(name = "period_to")
    @Nullable
    LocalDate periodTo;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String mix;

    @Enumerated(EnumType.STRING)
    ReplayState state;

    long done;

    long total;

    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "asked_by_name")
    String askedByName;

    @Column(name = "asked_at", insertable = false, updatable = false)
    @Generated
    Instant askedAt;

    @Column(name = "started_at", insertable = false, updatable = false)
    @Nullable
    Instant startedAt;

    @Column(name = "finished_at", insertable = false, updatable = false)
    @Nullable
    Instant finishedAt;

    // Three beats of the pulse, by the clock that wrote them.
    @Formula("heartbeat < clock_timestamp() - interval '30 seconds'")
    boolean abandoned;
}
