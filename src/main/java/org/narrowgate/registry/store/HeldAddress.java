package org.narrowgate.registry.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A home address a person has or had. */
@Entity
@Immutable
@Table(name = "person_address")
class HeldAddress extends PanacheEntityBase {
    @EmbeddedId
    PlaceInRecord key;

    String[] lines;

    String postcode;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    LocalDate since;

    @Column(name = "postcode_key")
    String postcodeKey;

    @Column(name = "premises_key")
    String premisesKey;

    @Column(name = "name_key")
    String nameKey;
}
