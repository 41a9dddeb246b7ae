package org.narrowgate.governance.consultation;

import static java.util.stream.Collectors.joining;
import static org.narrowgate.governance.GovernanceException.Fault.MOMENT_UNFIT;
import static org.narrowgate.governance.GovernanceException.Fault.NOT_OFFERED;
import static org.narrowgate.governance.GovernanceException.Fault.TARGET_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.Moment;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.Wording;
import org.narrowgate.governance.consultation.Consultation.Stage;
import org.narrowgate.governance.consultation.store.Consultations;
import org.narrowgate.governance.consultation.store.Representations;
import org.narrowgate.governance.draft.DraftGuard;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.SubmissionService;

/** Opens consultations and ends them. Throws {@link GovernanceException}. */
@ApplicationScoped
@Transactional
public class ConsultationService {
    public static final int LONGEST_TEXT = 10_000;
    public static final int SHORTEST_TEXT = 20;
    /** How long one lasts where nobody says otherwise. */
    public static final int USUAL_DAYS = 28;

    private static final int LONGEST_DAYS = 366;

    private final Consultations consultations;
    private final Representations representations;
    private final SubmissionService drafts;
    private final DraftGuard guard;
    private final Clock clock;

    ConsultationService(
            Consultations consultations,
            Representations representations,
            SubmissionService drafts,
            DraftGuard guard,
            Clock clock) {
        this.consultations = consultations;
        this.representations = representations;
        this.drafts = drafts;
        this.guard = guard;
        this.clock = clock;
    }

    /** Latest opened first. */
    public List<Consultation> all() {
        return consultations.all();
    }

    public Optional<Consultation> consultation(ConsultationId id) {
        return consultations.find(id);
    }

    /** The text consulted on, as canonical JSON. */
    public Optional<String> document(ConsultationId id) {
        return consultations.document(id);
    }

    /** The stage of a consultation at this moment. */
    public Stage stage(Consultation consultation) {
        return consultation.stage(clock.instant());
    }

    /** The last day that is proposed for one opened today. */
    public LocalDate usualLastDay() {
        return today().plusDays(USUAL_DAYS);
    }

    /**
     * Puts a draft before the public.
     *
     * @param seen the revision whose text it is to be
     * @param closesOn its last day in London: tomorrow at the earliest
     */
    public Consultation open(Staff staff, DraftId id, int seen, String title, String text, LocalDate closesOn) {
        requireRole(staff);
        var named = Wording.title(title);
        var asked = Wording.between(SHORTEST_TEXT, LONGEST_TEXT, "The text of the consultation", text);
        requireFit(closesOn);
        var draft = drafts.putOutForConsultation(staff, id, seen);
        var opened = new Consultation(
                new ConsultationId(UUID.randomUUID()),
                id,
                draft.revision(),
                draft.base(),
                named,
                asked,
                draft.policy().hash(),
                drafts.requireDifferent(draft).changes(),
                Author.of(staff),
                now(),
                closesOn,
                Optional.empty());
        consultations.open(opened, draft.policy().canonicalJson());
        return opened;
    }

    /**
     * Publishes what came of a consultation that is closed, with the judgement on each representation that shows, and
     * gives the draft back to its authors.
     *
     * @param changes what is changed because of it
     */
    public void conclude(Staff staff, ConsultationId id, String text, String changes) {
        requireRole(staff);
        var outcome = new Ending.Outcome(
                Author.of(staff),
                now(),
                Wording.between(SHORTEST_TEXT, LONGEST_TEXT, "The outcome", text),
                Wording.between(1, LONGEST_TEXT, "What is changed because of it", changes));
        var consultation = held(id);
        requireStage(consultation, "An outcome can be published once the consultation is closed", Stage.CLOSED);
        var all = representations.of(id);
        requireNone(all, Representation::isUnread, "nobody has read representation");
        requireNone(
                all,
                representation ->
                        representation.isShown() && representation.judgement().isEmpty(),
                "there is no judgement on representation");
        consultations.end(id, outcome);
        drafts.endConsultation(staff, consultation.draft(), outcome.text());
    }

    /** Gives a consultation up. It stays in the register, with the reasons. */
    public void withdraw(Staff staff, ConsultationId id, String reasons) {
        requireRole(staff);
        var withdrawal = new Ending.Withdrawal(Author.of(staff), now(), Wording.reasons(reasons));
        var consultation = held(id);
        requireStage(
                consultation,
                "A consultation can be withdrawn until its outcome is published",
                Stage.OPEN,
                Stage.CLOSED);
        consultations.end(id, withdrawal);
        drafts.endConsultation(staff, consultation.draft(), withdrawal.reasons());
    }

    private void requireRole(Staff staff) {
        guard.requireRole(staff, "consult the public", StaffRole.POLICY_AUTHOR, StaffRole.POLICY_APPROVER);
    }

    private Consultation held(ConsultationId id) {
        return consultations.hold(id).orElseThrow(ConsultationService::unknown);
    }

    static GovernanceException unknown() {
        return new GovernanceException(TARGET_UNKNOWN, "There is no such consultation.");
    }

    private void requireFit(LocalDate closesOn) {
        var today = today();
        if (!closesOn.isAfter(today) || closesOn.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new GovernanceException(
                    MOMENT_UNFIT, "The last day is tomorrow at the earliest, and at most a year from now.");
        }
    }

    private void requireStage(Consultation consultation, String rule, Stage... stages) {
        if (!List.of(stages).contains(stage(consultation))) {
            throw new GovernanceException(
                    NOT_OFFERED, rule + "; this one is " + stage(consultation).words() + ".");
        }
    }

    private static void requireNone(List<Representation> all, Predicate<Representation> unfit, String what) {
        var numbers = all.stream()
                .filter(unfit)
                .map(Representation::number)
                .map(String::valueOf)
                .collect(joining(", "));
        if (!numbers.isEmpty()) {
            throw new GovernanceException(
                    NOT_OFFERED, "The outcome cannot be published yet: " + what + " " + numbers + ".");
        }
    }

    private LocalDate today() {
        return Moment.dayOf(clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
