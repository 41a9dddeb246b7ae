package org.narrowgate.governance.stop.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A stop or a resumption as the table holds it. */
@Entity
@Immutable
@Table(name = "stop_event")
class StopEventEntity {
    @Id
    long number;

    String kind;
    String what;
    String id;
    Instant at;

    @Column(name = "by_whom")
    String byWhom;

    @Column(name = "by_name")
    String byName;

    String reason;

    @Column(name = "policy_version")
    int policyVersion;

    @Column(name = "entry_index")
    long entryIndex;

    @Nullable
    Long lifts;

    @Column(name = "proposed_by")
    @Nullable
    String proposedBy;
}
