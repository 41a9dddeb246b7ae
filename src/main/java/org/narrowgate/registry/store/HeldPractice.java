package org.narrowgate.registry.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A general practice: all but the code may be unknown. */
@Entity
@Immutable
@Table(name = "general_practice")
class HeldPractice extends PanacheEntityBase {
    @Id
    @Column(name = "ods_code")
    String odsCode;

    String name;

    @Column(name = "area_code")
    String areaCode;

    @Column(name = "postcode_key")
    String postcodeKey;

    @Column(name = "premises_key")
    String premisesKey;

    @Column(name = "name_key")
    String nameKey;
}
