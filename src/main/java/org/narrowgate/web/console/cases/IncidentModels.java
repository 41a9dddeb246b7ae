package org.narrowgate.web.console.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.Incident;
import org.narrowgate.casework.Incident.Notification;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.IncidentLine;
import org.narrowgate.casework.review.IncidentService;
import org.narrowgate.casework.review.IncidentView;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.IncidentModel.Answer;
import org.narrowgate.web.console.cases.IncidentModel.Offer;

/** Puts incidents into words for one reader. */
@ApplicationScoped
class IncidentModels {
    private final IncidentService incidents;
    private final Clock clock;

    IncidentModels(IncidentService incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    List<IncidentRow> rows(List<IncidentLine> lines) {
        return lines.stream()
                .map(line -> new IncidentRow(
                        line.id().toString(),
                        line.caseReference(),
                        line.agency().name(),
                        line.purpose().name(),
                        LondonTime.moment(line.reportedAt()),
                        TimeWords.incident(line.dueBy(), line.closedAt(), clock.instant())))
                .toList();
    }

    /**
     * Opens the incident, which the log keeps.
     *
     * @param chosen a notification's name, or nothing
     */
    IncidentModel open(Staff staff, TracingRequestId id, String notice, String chosen, Attempt attempt) {
        return model(incidents.open(staff, id), staff, notice, chosen, attempt);
    }

    private IncidentModel model(IncidentView view, Staff staff, String notice, String chosen, Attempt attempt) {
        var incident = view.incident();
        return new IncidentModel(
                view.id().toString(),
                view.version().toString(),
                view.caseReference(),
                view.agency().name(),
                view.purpose().name(),
                LondonTime.moment(view.receivedAt()),
                incident.reason(),
                LondonTime.moment(incident.reportedAt()),
                LondonTime.moment(incident.dueBy()),
                TimeWords.incident(incident.dueBy(), incident.closing().map(Incident.Closing::at), clock.instant()),
                view.disclosed().stream()
                        .map((String path) -> CaseWords.field(path))
                        .toList(),
                closing(incident),
                notice,
                AlertModel.of(attempt),
                answers(chosen),
                attempt.faultOf(Typed.NOTIFICATION),
                TextModel.of(
                        Typed.FINDINGS,
                        Typed.label(Typed.FINDINGS),
                        "How it happened, who is affected and how, and what keeps it from happening again."
                                + " Name nobody.",
                        attempt,
                        attempt.typed(),
                        6),
                staff.is(StaffRole.CASEWORKER) && incident.closing().isEmpty() ? Offer.CLOSE : Offer.READ_ONLY);
    }

    private static List<Saying> closing(Incident incident) {
        return incident.closing().stream()
                .flatMap(how -> List.of(
                        new Saying("Closed", LondonTime.moment(how.at()) + ", by " + how.name()),
                        new Saying("Notification", CaseWords.notification(how.notification())),
                        new Saying("What was found and done", how.findings()))
                        .stream())
                .toList();
    }

    private static List<Answer> answers(String chosen) {
        return Arrays.stream(Notification.values())
                .map(one -> new Answer(
                        one == Notification.NOTIFIED ? Typed.NOTIFICATION : Typed.NOTIFICATION + "-" + one.name(),
                        one.name(),
                        CaseWords.notification(one),
                        one.name().equals(chosen) ? "checked" : ""))
                .toList();
    }
}
