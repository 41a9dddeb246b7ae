package org.narrowgate.casework.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.CaseState.Move;
import org.narrowgate.casework.Draft;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.Recorder.Attempt;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.Requirement;
import org.narrowgate.policy.Standing;

/** One request for a caseworker's eyes. That they saw it is an entry in the log before they do. */
@ApplicationScoped
public class CaseViewService {
    private static final int EARLIER = 10;
    private static final Set<Move> CASEWORKERS = EnumSet.of(Move.ASK, Move.APPROVE, Move.CONFIRM, Move.REFUSE);
    // What holds back a new request: this one was received, and how its agency stands now says nothing of it.
    private static final Set<RefusalReason> FOR_NEW_REQUESTS =
            EnumSet.of(RefusalReason.DESTRUCTION_OVERDUE, RefusalReason.LIMIT_REACHED);

    private final Recorder recorder;
    private final CasesInReview cases;
    private final OpenCases others;
    private final Claims claims;
    private final CaseHistory history;
    private final StaffPseudonyms pseudonyms;
    private final WorkingDays calendar;

    CaseViewService(
            Recorder recorder,
            CasesInReview cases,
            OpenCases others,
            Claims claims,
            CaseHistory history,
            StaffPseudonyms pseudonyms,
            WorkingDays calendar) {
        this.recorder = recorder;
        this.cases = cases;
        this.others = others;
        this.claims = claims;
        this.history = history;
        this.pseudonyms = pseudonyms;
        this.calendar = calendar;
    }

    /** @throws ReviewException REQUEST_UNKNOWN, NOT_FOR_THIS_ROLE */
    public CaseView open(Staff staff, TracingRequestId id) {
        var by = pseudonyms.signed(staff, Map.of());
        var file = recorder.<CaseFile>record(
                moment -> new Attempt.ToRecord<>(Draft.noted(cases.known(staff, id), Step.Kind.VIEW, by, moment)));
        return view(staff, file, recorder.moment());
    }

    private CaseView view(Staff staff, CaseFile file, Moment moment) {
        return new CaseView(
                file.id(),
                // What is decided moves on only where somebody was found: read, destroyed, or never read.
                file.decidedAt().orElse(file.changedAt()),
                Naming.agency(file.agency(), moment),
                Naming.purpose(file.purpose(), moment),
                file.caseReference(),
                file.submission(),
                file.handling().withoutErasure(),
                Progress.of(file.state()),
                Timing.of(file, moment, calendar),
                requirements(file, moment),
                treatments(file, moment),
                earlier(others.ofSameCase(file, EARLIER), moment),
                earlier(others.ofAgency(file.agency(), file, EARLIER), moment),
                history.of(file),
                claims.of(file.id(), moment.now()),
                moves(staff, file),
                ReviewService.secondFor(file, moment),
                file.state() instanceof CaseState.AwaitingSecond(var first) ? Optional.of(first) : Optional.empty());
    }

    private static List<Requirement> requirements(CaseFile file, Moment moment) {
        return moment
                .policy()
                .policy()
                .requirements(Decisions.asker(file), file.submission().facts(), Standing.CLEAR, moment.today())
                .stream()
                .filter(requirement -> !FOR_NEW_REQUESTS.contains(requirement.reason()))
                .toList();
    }

    private static Map<Field, FieldTreatment> treatments(CaseFile file, Moment moment) {
        return switch (Decisions.byPolicy(file, moment)) {
            case Decision.Refuse refusal -> Map.of();
            case Decision.Refer(var release) -> release.treatments();
            case Decision.Permit(var release) -> release.treatments();
        };
    }

    private static Set<Move> moves(Staff staff, CaseFile file) {
        var moves = EnumSet.copyOf(CASEWORKERS);
        moves.retainAll(file.state().moves());
        if (file.state() instanceof CaseState.AwaitingSecond(var first)
                && first.by().equals(staff.id())) {
            moves.remove(Move.CONFIRM);
        }
        return moves;
    }

    private static List<CaseView.Earlier> earlier(List<CaseFile> files, Moment moment) {
        return files.stream()
                .map(file -> new CaseView.Earlier(
                        file.id(),
                        file.caseReference(),
                        Naming.purpose(file.purpose(), moment),
                        Progress.of(file.state()),
                        file.handling().receivedAt()))
                .toList();
    }
}
