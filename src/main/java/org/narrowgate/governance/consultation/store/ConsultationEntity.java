package org.narrowgate.governance.consultation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.consultation.Consultation;
import org.narrowgate.governance.consultation.ConsultationId;
import org.narrowgate.governance.consultation.Ending;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.store.ChangesJson;

/** A consultation as it was opened. */
@Entity
@Immutable
@Table(name = "consultation")
public class ConsultationEntity {
    @Id
    UUID id;

    UUID draft;
    int revision;
    int base;
    String title;

    String text;

    String document;
    String hash;

    // As text: Hibernate would read JSON by the rules of the web's own.
    String difference;

    @Column(name = "opened_by")
    String openedBy;

    @Column(name = "opened_by_name")
    String openedByName;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "closes_on")
    LocalDate closesOn;

    static ConsultationEntity of(Consultation consultation, String document) {
        var row = new ConsultationEntity();
        row.id = consultation.id().value();
        row.draft = consultation.draft().value();
        row.revision = consultation.revision();
        row.base = consultation.base();
        row.title = consultation.title();
        row.text = consultation.text();
        row.document = document;
        row.hash = consultation.hash();
        row.difference = ChangesJson.write(consultation.difference());
        row.openedBy = consultation.openedBy().id();
        row.openedByName = consultation.openedBy().name();
        row.openedAt = consultation.openedAt();
        row.closesOn = consultation.closesOn();
        return row;
    }

    Consultation consultation(Optional<Ending> ending) {
        return new Consultation(
                new ConsultationId(id),
                new DraftId(draft),
                revision,
                base,
                title,
                text,
                hash,
                ChangesJson.read(difference),
                new Author(openedBy, openedByName),
                openedAt,
                closesOn,
                ending);
    }
}
