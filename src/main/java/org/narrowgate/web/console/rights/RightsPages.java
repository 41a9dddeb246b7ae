package org.narrowgate.web.console.rights;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.rights.request.RightsCaseId;
import org.narrowgate.rights.request.RightsException;
import org.narrowgate.rights.request.RulingService;
import org.narrowgate.web.console.ConsoleMessages;
import org.narrowgate.web.console.SignedIn;
import org.narrowgate.web.console.rights.RightsModel.Attempt;

/** What people ask about their own data: the queue, and one case with its decision. */
@Path("/console/rights")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(StaffRole.CASE)
class RightsPages {
    private final Template list;
    private final Template page;
    private final RightsModels models;
    private final RulingService rulings;
    private final SignedIn signedIn;
    private final ConsoleMessages messages;

    RightsPages(
            @Location("console/rights.html") Template list,
            @Location("console/rights-case.html") Template page,
            RightsModels models,
            RulingService rulings,
            SignedIn signedIn,
            ConsoleMessages messages) {
        this.list = list;
        this.page = page;
        this.models = models;
        this.rulings = rulings;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GET
    @RolesAllowed(StaffRole.CASE)
    public TemplateInstance list(@RestQuery @Nullable String done) {
        var staff = signedIn.staff();
        return list.data("open", models.byDay(rulings.open(staff)))
                .data("decided", models.rows(rulings.decided(staff)))
                .data("notice", done == null ? "" : "The case was dealt with, and the person is told on their page.");
    }

    @GET
    @Path("{id}")
    @RolesAllowed(StaffRole.CASE)
    public Response one(@PathParam("id") String id) {
        return show(id(id), Response.Status.OK.getStatusCode(), Attempt.NONE);
    }

    @POST
    @Path("{id}/uphold")
    @RolesAllowed(StaffRole.CASE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response uphold(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(id, form, RightsModel.UPHOLD, rulings::uphold);
    }

    @POST
    @Path("{id}/refuse")
    @RolesAllowed(StaffRole.CASE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(id, form, RightsModel.REFUSE, rulings::refuse);
    }

    @POST
    @Path("{id}/extend")
    @RolesAllowed(StaffRole.CASE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response extend(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var months = switch (requireNonNullElse(form.getFirst("months"), "")) {
            case "1" -> 1;
            case "2" -> 2;
            default -> throw new BadRequestException();
        };
        return done(
                id,
                form,
                RightsModel.EXTEND,
                (staff, file, seen, reasons) -> rulings.extend(staff, file, seen, months, reasons));
    }

    @POST
    @Path("{id}/lift")
    @RolesAllowed(StaffRole.CASE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lift(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(id, form, RightsModel.LIFT, rulings::lift);
    }

    private interface Move {
        Object make(Staff staff, RightsCaseId id, int seen, String reasons);
    }

    private Response done(String named, MultivaluedMap<String, String> form, String field, Move move) {
        var id = id(named);
        var text = requireNonNullElse(form.getFirst(field), "").replace("\r\n", "\n");
        try {
            move.make(signedIn.staff(), id, seen(form), text);
            return Response.seeOther(URI.create("/console/rights?done=yes")).build();
        } catch (RightsException refused) {
            return refused(id, field, text, refused);
        }
    }

    private Response refused(RightsCaseId id, String field, String text, RightsException refused) {
        return switch (refused.fault()) {
            case TEXT_UNFIT -> show(id, 422, new Attempt(field, text, refused.sentence()));
            case STALE, NOT_OFFERED, ALREADY_ASKED -> show(id, 409, new Attempt(field, text, refused.sentence()));
            case CASE_UNKNOWN -> messages.page(404, "Nothing is here", refused.sentence());
            case NOT_FOR_THIS_ROLE -> messages.page(403, "Not for your role", refused.sentence());
        };
    }

    private Response show(RightsCaseId id, int status, Attempt attempt) {
        try {
            var shown = page.data("model", models.one(rulings.view(signedIn.staff(), id), attempt))
                    .render();
            return Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(shown)
                    .build();
        } catch (RightsException unknown) {
            return messages.page(404, "Nothing is here", unknown.sentence());
        }
    }

    private static RightsCaseId id(String id) {
        return RightsCaseId.parse(id).orElseThrow(NotFoundException::new);
    }

    private static int seen(MultivaluedMap<String, String> form) {
        try {
            return Integer.parseInt(requireNonNullElse(form.getFirst("version"), ""));
        } catch (NumberFormatException e) {
            throw new BadRequestException();
        }
    }
}
