package org.narrowgate.registry.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.narrowgate.subject.Gender;

/** A person held: what does not change over time, and how the record is protected. Written by imports only. */
@Entity
@Immutable
@Table(name = "person")
class HeldPerson extends PanacheEntityBase {
    @Id
    long id;

    @Column(name = "nhs_number")
    String nhsNumber;

    @Column(name = "birth_date")
    String birthDate;

    @Enumerated(EnumType.STRING)
    Gender gender;

    boolean deceased;

    String protection;

    @Column(name = "superseded_by")
    String supersededBy;

    boolean invalidated;

    /** The transaction that wrote the row: whatever changes a record changes this, also where it is not an import. */
    @Column(name = "xmin", insertable = false, updatable = false)
    long version;
}
