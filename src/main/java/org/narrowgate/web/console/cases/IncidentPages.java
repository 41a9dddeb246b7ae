package org.narrowgate.web.console.cases;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.Incident.Notification;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.IncidentService;
import org.narrowgate.casework.review.ReviewException;
import org.narrowgate.web.console.ConsoleMessages;
import org.narrowgate.web.console.SignedIn;

/** Where an agency was given the wrong person's details: what left, and how staff deal with it. */
@Path("/console/incidents")
@Produces(MediaType.TEXT_HTML)
class IncidentPages {
    private static final int UNPROCESSABLE = 422;
    private static final String CHOOSE = "Say whether the Information Commissioner was notified.";

    private final Template list;
    private final Template page;
    private final IncidentModels models;
    private final IncidentService incidents;
    private final SignedIn signedIn;
    private final ConsoleMessages messages;

    IncidentPages(
            @Location("console/incidents.html") Template list,
            @Location("console/incident.html") Template page,
            IncidentModels models,
            IncidentService incidents,
            SignedIn signedIn,
            ConsoleMessages messages) {
        this.list = list;
        this.page = page;
        this.models = models;
        this.incidents = incidents;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GET
    @RolesAllowed({StaffRole.CASE, StaffRole.OVERSIGHT})
    public TemplateInstance list(@RestQuery @Nullable String done) {
        var all = incidents.incidents(signedIn.staff());
        return list.data("incidents", models.rows(all))
                .data(
                        "open",
                        all.stream().filter(line -> line.closedAt().isEmpty()).count())
                .data("notice", Notice.words(done));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({StaffRole.CASE, StaffRole.OVERSIGHT})
    public Response one(@PathParam("id") String id) {
        return show(CasePage.id(id), 200, "", Attempt.NONE);
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed(StaffRole.CASE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var request = CasePage.id(id);
        var typed = Typed.read(form);
        var seen = Typed.version(form);
        var chosen = notification(form);
        if (chosen.isEmpty()) {
            return show(request, UNPROCESSABLE, "", faulty(typed, Typed.NOTIFICATION, CHOOSE));
        }
        try {
            incidents.close(signedIn.staff(), request, seen, chosen.get(), typed.of(Typed.FINDINGS));
            return Response.seeOther(URI.create("/console/incidents?done=" + Notice.INCIDENT_CLOSED))
                    .build();
        } catch (ReviewException refused) {
            return refused(request, typed, chosen.get(), refused);
        }
    }

    private static Optional<Notification> notification(MultivaluedMap<String, String> form) {
        return Optional.ofNullable(form.getFirst(Typed.NOTIFICATION))
                .map(name -> Arrays.stream(Notification.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(BadRequestException::new));
    }

    private Response refused(TracingRequestId id, Typed typed, Notification chosen, ReviewException refused) {
        var sentence = String.valueOf(refused.getMessage());
        return switch (refused.fault()) {
            case TEXT_UNFIT -> show(id, UNPROCESSABLE, chosen.name(), faulty(typed, Typed.FINDINGS, sentence));
            case STALE, CLAIMED_BY_ANOTHER, MOVE_NOT_OFFERED, SAME_CASEWORKER ->
                show(id, 409, chosen.name(), Attempt.at(typed, sentence));
            case REQUEST_UNKNOWN -> messages.page(404, "Nothing is here", sentence);
            case NOT_FOR_THIS_ROLE -> messages.page(403, "Not for your role", sentence);
        };
    }

    private static Attempt faulty(Typed typed, String field, String sentence) {
        return Attempt.at(typed, List.of(AlertModel.Fault.of(field, sentence)));
    }

    private Response show(TracingRequestId id, int status, String chosen, Attempt attempt) {
        try {
            var shown = page.data("incident", models.open(signedIn.staff(), id, "", chosen, attempt))
                    .render();
            return Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(shown)
                    .build();
        } catch (ReviewException unknown) {
            return messages.page(404, "Nothing is here", String.valueOf(unknown.getMessage()));
        }
    }
}
