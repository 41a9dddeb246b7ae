package org.narrowgate.governance.stop.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A proposal to end a stop as the table holds it. */
@Entity
@Immutable
@IdClass(ResumeProposalEntity.Key.class)
@Table(name = "resume_proposal")
class ResumeProposalEntity {
    @Id
    long stop;

    @Id
    @Column(name = "by_whom")
    String byWhom;

    @Column(name = "by_name")
    String byName;

    Instant at;
    String reason;

    /** One proposal a person and stop. */
    record Key(long stop, String byWhom) {}
}
