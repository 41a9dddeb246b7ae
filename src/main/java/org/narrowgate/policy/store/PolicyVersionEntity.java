package org.narrowgate.policy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A published policy version as the table holds it. */
@Entity
@Immutable
@Table(name = "policy_version")
class PolicyVersionEntity {
    @Id
    int number;

    @Column(nullable = false)
    String document;

    @Column(nullable = false)
    String hash;

    @Column(name = "in_force_from", nullable = false)
    Instant inForceFrom;

    @Column(name = "entry_index", nullable = false)
    long entryIndex;
}
