package org.narrowgate.registry.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A name a person has or had. */
@Entity
@Immutable
@Table(name = "person_name")
class HeldName extends PanacheEntityBase {
    @EmbeddedId
    PlaceInRecord key;

    String use;

    String family;

    String[] given;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @Column(name = "born_on")
    LocalDate bornOn;

    @Column(name = "family_key")
    String familyKey;

    @Column(name = "first_given_key")
    String firstGivenKey;

    @Column(name = "all_given_key")
    String allGivenKey;
}
