package org.narrowgate.governance.consultation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.consultation.ConsultationId;
import org.narrowgate.governance.consultation.Ending;

/** How a consultation ended. */
@Entity
@Immutable
@Table(name = "consultation_ending")
public class EndingEntity {
    /** The kinds there are. */
    public enum Kind {
        OUTCOME,
        WITHDRAWAL
    }

    @Id
    UUID consultation;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String text;

    @Nullable
    String changes;

    @Column(name = "by_whom")
    String byWhom;

    @Column(name = "by_name")
    String byName;

    Instant at;

    static EndingEntity of(ConsultationId id, Ending ending) {
        var row = new EndingEntity();
        row.consultation = id.value();
        row.byWhom = ending.by().id();
        row.byName = ending.by().name();
        row.at = ending.at();
        switch (ending) {
            case Ending.Outcome outcome -> {
                row.kind = Kind.OUTCOME;
                row.text = outcome.text();
                row.changes = outcome.changes();
            }
            case Ending.Withdrawal withdrawal -> {
                row.kind = Kind.WITHDRAWAL;
                row.text = withdrawal.reasons();
            }
        }
        return row;
    }

    Ending ending() {
        var by = new Author(byWhom, byName);
        return switch (kind) {
            case OUTCOME -> new Ending.Outcome(by, at, text, changes == null ? "" : changes);
            case WITHDRAWAL -> new Ending.Withdrawal(by, at, text);
        };
    }
}
