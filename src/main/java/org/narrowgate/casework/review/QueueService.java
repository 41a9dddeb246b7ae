package org.narrowgate.casework.review;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.policy.Ground;

/** The requests that wait for a caseworker, and who is at work on which. */
@ApplicationScoped
public class QueueService {
    /** Long enough to weigh a case, short enough that a forgotten one is soon free again. */
    public static final Duration CLAIM = Duration.ofMinutes(20);

    private final Recorder recorder;
    private final CasesInReview cases;
    private final OpenCases open;
    private final Claims claims;
    private final Reminders reminders;
    private final WorkingDays calendar;

    QueueService(
            Recorder recorder,
            CasesInReview cases,
            OpenCases open,
            Claims claims,
            Reminders reminders,
            WorkingDays calendar) {
        this.recorder = recorder;
        this.cases = cases;
        this.open = open;
        this.claims = claims;
        this.reminders = reminders;
        this.calendar = calendar;
    }

    /** @throws ReviewException NOT_FOR_THIS_ROLE */
    public Queue queue(Staff staff, QueueFilter filter) {
        CasesInReview.mayDecide(staff);
        var moment = recorder.moment();
        var found = open.open(filter, staff.id(), moment.today(), moment.now());
        var held = claims.of(found.files().stream().map(CaseFile::id).collect(toUnmodifiableSet()), moment.now());
        var counts = open.counts(moment.today());
        return new Queue(
                found.files().stream().map(file -> line(file, held, moment)).toList(),
                found.found(),
                (int) Math.max(1, Math.ceilDiv(found.found(), OpenCases.PAGE)),
                counts.overdue(),
                counts.open(),
                counts.incidents(),
                reminders.standing());
    }

    /**
     * Takes a request, or prolongs one's own claim.
     *
     * @return the claim that holds, which is a colleague's where they were first
     * @throws ReviewException REQUEST_UNKNOWN, MOVE_NOT_OFFERED, NOT_FOR_THIS_ROLE
     */
    public Claim claim(Staff staff, TracingRequestId id) {
        var file = cases.known(staff, id);
        if (!(file.state() instanceof CaseState.Open)) {
            throw ReviewService.notOffered(file, "Only an open request can be claimed");
        }
        var now = recorder.moment().now();
        return claims.take(id, new Claim(staff.id(), staff.name(), now.plus(CLAIM)), now);
    }

    /** Gives one's own claim back. */
    public void giveBack(Staff staff, TracingRequestId id) {
        claims.giveBack(id, staff.id());
    }

    private Queue.Line line(CaseFile file, Map<TracingRequestId, Claim> held, Moment moment) {
        return new Queue.Line(
                file.id(),
                Naming.agency(file.agency(), moment),
                Naming.purpose(file.purpose(), moment),
                file.submission().facts().ground().map(Ground::type),
                file.caseReference(),
                file.handling().priority(),
                Progress.of(file.state()),
                file.handling().receivedAt(),
                Timing.of(file, moment, calendar),
                Optional.ofNullable(held.get(file.id())));
    }
}
