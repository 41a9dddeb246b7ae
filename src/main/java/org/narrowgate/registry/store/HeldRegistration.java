package org.narrowgate.registry.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** The general practice a person is or was registered with. */
@Entity
@Immutable
@Table(name = "registration")
class HeldRegistration extends PanacheEntityBase {
    @EmbeddedId
    PlaceInRecord key;

    @Column(name = "ods_code")
    String odsCode;

    @Column(name = "starts_on")
    LocalDate startsOn;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @Column(name = "registered_on")
    LocalDate registeredOn;
}
