package org.narrowgate.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Which of a person's names, addresses or registrations: 0 is the latest. */
@Embeddable
record PlaceInRecord(
        @Column(name = "person_id") long person,
        @Column(name = "place") int place) {}
