package org.narrowgate.casework.review.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A claim as it is read. Written by statements that decide between two who want it. */
@Entity
@Immutable
@Table(name = "case_claim")
public class CaseClaimEntity {
    @Id
    UUID request;

    String staff;
    String name;
    Instant until;
}
