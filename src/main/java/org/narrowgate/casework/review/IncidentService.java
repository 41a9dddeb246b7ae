package org.narrowgate.casework.review;

import static org.narrowgate.casework.review.ReviewException.Fault.MOVE_NOT_OFFERED;
import static org.narrowgate.casework.review.ReviewException.Fault.NOT_FOR_THIS_ROLE;
import static org.narrowgate.casework.review.ReviewException.Fault.REQUEST_UNKNOWN;
import static org.narrowgate.casework.review.ReviewException.Fault.STALE;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.Draft;
import org.narrowgate.casework.Incident;
import org.narrowgate.casework.Incident.Closing;
import org.narrowgate.casework.Incident.Notification;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.Recorder.Attempt;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.disclosure.Step;

/** What staff do where an agency was given the wrong person's details. */
@ApplicationScoped
public class IncidentService {
    private static final int MOST = 200;

    private final Recorder recorder;
    private final CaseFiles files;
    private final OpenCases cases;
    private final CaseHistory history;
    private final StaffPseudonyms pseudonyms;

    IncidentService(
            Recorder recorder, CaseFiles files, OpenCases cases, CaseHistory history, StaffPseudonyms pseudonyms) {
        this.recorder = recorder;
        this.files = files;
        this.cases = cases;
        this.history = history;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Open ones first, the nearest deadline first.
     *
     * @throws ReviewException NOT_FOR_THIS_ROLE
     */
    public List<IncidentLine> incidents(Staff staff) {
        mayRead(staff);
        var moment = recorder.moment();
        return cases.withIncident(MOST).stream().map(file -> line(file, moment)).toList();
    }

    /**
     * One incident. That somebody saw it is in the log before they do.
     *
     * @throws ReviewException REQUEST_UNKNOWN, NOT_FOR_THIS_ROLE
     */
    public IncidentView open(Staff staff, TracingRequestId id) {
        mayRead(staff);
        var by = pseudonyms.signed(staff, Map.of());
        var file = recorder.<CaseFile>record(
                moment -> new Attempt.ToRecord<>(Draft.noted(known(id), Step.Kind.VIEW, by, moment)));
        return view(file, recorder.moment());
    }

    /**
     * The incident is dealt with.
     *
     * @param seen the version the page showed
     * @throws ReviewException REQUEST_UNKNOWN, STALE, MOVE_NOT_OFFERED, NOT_FOR_THIS_ROLE, TEXT_UNFIT
     */
    public void close(Staff staff, TracingRequestId id, Instant seen, Notification notification, String findings) {
        if (!staff.is(StaffRole.CASEWORKER)) {
            throw new ReviewException(NOT_FOR_THIS_ROLE, "Only a caseworker can close an incident.");
        }
        var text = Text.between(20, 2000, "What was found and done", findings);
        recorder.<CaseFile>record(moment -> {
            var file = known(id);
            var incident = open(file, seen);
            var closing = new Closing(staff.id(), staff.name(), moment.now(), notification, text);
            var said = pseudonyms.signed(staff, Map.of("notification", notification.name(), "findings", text));
            return new Attempt.ToRecord<>(
                    Draft.moved(file, file.with(incident.closed(closing)), Step.Kind.INCIDENT, said, moment));
        });
    }

    private static Incident open(CaseFile file, Instant seen) {
        var incident = file.incident().orElseThrow();
        if (incident.closing().isPresent()) {
            throw new ReviewException(MOVE_NOT_OFFERED, "This incident is closed already.");
        }
        if (!file.changedAt().equals(seen)) {
            throw new ReviewException(STALE, "This incident has moved since you opened it. Nothing was done.");
        }
        return incident;
    }

    private CaseFile known(TracingRequestId id) {
        return files.find(id)
                .filter(file -> file.incident().isPresent())
                .orElseThrow(() -> new ReviewException(REQUEST_UNKNOWN, "There is no such incident."));
    }

    private static void mayRead(Staff staff) {
        if (!staff.is(StaffRole.CASEWORKER) && !staff.is(StaffRole.OVERSEER)) {
            throw new ReviewException(NOT_FOR_THIS_ROLE, "Incidents are for caseworkers and overseers.");
        }
    }

    private static IncidentLine line(CaseFile file, Moment moment) {
        var incident = file.incident().orElseThrow();
        return new IncidentLine(
                file.id(),
                Naming.agency(file.agency(), moment),
                Naming.purpose(file.purpose(), moment),
                file.caseReference(),
                incident.reportedAt(),
                incident.dueBy(),
                incident.closing().map(Closing::at));
    }

    private IncidentView view(CaseFile file, Moment moment) {
        return new IncidentView(
                file.id(),
                file.changedAt(),
                Naming.agency(file.agency(), moment),
                Naming.purpose(file.purpose(), moment),
                file.caseReference(),
                file.handling().receivedAt(),
                file.incident().orElseThrow(),
                history.disclosedFields(file));
    }
}
