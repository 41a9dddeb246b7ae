package org.narrowgate.casework.erasure;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.Draft;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.Recorder.Attempt;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.CaseDrafts;
import org.narrowgate.ledger.Erasure;

/** Erases what was said of a request's subject, where nothing stands against it, in one commit with the log's word. */
@ApplicationScoped
public class ErasureService {
    private final Recorder recorder;
    private final CaseFiles files;
    private final CaseDrafts drafts;

    ErasureService(Recorder recorder, CaseFiles files, CaseDrafts drafts) {
        this.recorder = recorder;
        this.files = files;
        this.drafts = drafts;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** @param entry the log's entry that says so */
        record Erased(long entry) implements Outcome {}

        sealed interface NotErased extends Outcome {}

        record Unknown() implements NotErased {}

        record ErasedBefore() implements NotErased {}

        /** Kept until this day, which only another reason than retention comes ahead of. */
        record NotDue(LocalDate until) implements NotErased {
            public NotDue {
                requireNonNull(until);
            }
        }

        record Hindered(Obstacle by) implements NotErased {
            public Hindered {
                requireNonNull(by);
            }
        }
    }

    /**
     * Erases a request's particulars in the log, and its case file's. For any reason but retention the database's role
     * must be a member of {@code eraser}: else nothing is erased and nothing written.
     *
     * @throws org.narrowgate.ledger.LedgerUnavailableException when it is not known to be done
     */
    public Outcome erase(TracingRequestId id, Erasure.Reason reason) {
        return recorder.record(moment -> decide(id, reason, moment));
    }

    private Attempt<Outcome> decide(TracingRequestId id, Erasure.Reason reason, Moment moment) {
        var file = files.find(id);
        if (file.isEmpty()) {
            return new Attempt.NothingToRecord<>(new Outcome.Unknown());
        }
        var against = standsAgainst(file.get(), reason, moment);
        if (against.isPresent()) {
            return new Attempt.NothingToRecord<>(against.get());
        }
        // Before the log says so: a draft that is gone for nothing can be typed again, one that stays tells of
        // somebody.
        drafts.drop(id);
        return new Attempt.ToRecord<>(Draft.erased(file.get(), reason, moment).answering(Outcome.Erased::new));
    }

    private static Optional<Outcome> standsAgainst(CaseFile file, Erasure.Reason reason, Moment moment) {
        if (file.handling().erasedAt().isPresent()) {
            return Optional.of(new Outcome.ErasedBefore());
        }
        return switch (reason) {
            case RETENTION -> beforeItsDay(file, moment);
            case PERSONS_REQUEST, COURT_ORDER, ENTERED_IN_ERROR ->
                Obstacle.to(file).map(Outcome.Hindered::new);
        };
    }

    private static Optional<Outcome> beforeItsDay(CaseFile file, Moment moment) {
        var day = file.handling().eraseOn();
        if (day.isEmpty()) {
            return Optional.of(new Outcome.Hindered(Obstacle.to(file).orElse(Obstacle.OPEN)));
        }
        return day.filter(until -> until.isAfter(moment.today())).map(Outcome.NotDue::new);
    }
}
