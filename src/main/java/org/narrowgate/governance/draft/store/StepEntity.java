package org.narrowgate.governance.draft.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.governance.draft.Step;

/** One step of a draft from state to state. */
@Entity
@Immutable
@Table(name = "policy_draft_step")
public class StepEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long number;

    UUID draft;

    @Enumerated(EnumType.STRING)
    @Column(name = "led_to")
    DraftState ledTo;

    @Column(name = "by_whom")
    String byWhom;

    @Column(name = "by_name")
    String byName;

    Instant at;
    int revision;
    String reasons;

    Step step() {
        return new Step(ledTo, new Author(byWhom, byName), at, revision, reasons);
    }
}
