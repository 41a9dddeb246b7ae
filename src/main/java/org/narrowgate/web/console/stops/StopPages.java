package org.narrowgate.web.console.stops;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.stop.StopService;
import org.narrowgate.policy.Stoppable;
import org.narrowgate.web.RefusalStatus;
import org.narrowgate.web.console.ConsoleMessages;
import org.narrowgate.web.console.SignedIn;
import org.narrowgate.web.console.stops.ThingModel.Attempt;

/** What is stopped, and how it is stopped and started again. */
@Path("/console/policy/stops")
@Produces(MediaType.TEXT_HTML)
class StopPages {
    private final Template list;
    private final Template page;
    private final StopModels models;
    private final StopService stops;
    private final SignedIn signedIn;
    private final ConsoleMessages messages;

    StopPages(
            @Location("console/stops.html") Template list,
            @Location("console/stop.html") Template page,
            StopModels models,
            StopService stops,
            SignedIn signedIn,
            ConsoleMessages messages) {
        this.list = list;
        this.page = page;
        this.models = models;
        this.stops = stops;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GET
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER, StaffRole.OVERSIGHT})
    public TemplateInstance list() {
        var all = models.all();
        var offered = models.offered();
        return list.data("now", all.stream().filter(one -> one.end().isEmpty()).toList())
                .data("ended", all.stream().filter(one -> !one.end().isEmpty()).toList())
                .data("agreements", offered.get(Stoppable.Kind.AGREEMENT))
                .data("purposes", offered.get(Stoppable.Kind.PURPOSE))
                .data("agencies", offered.get(Stoppable.Kind.AGENCY));
    }

    /** @param of for example {@code agreement/court-service-agreement} */
    @GET
    @Path("thing")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER, StaffRole.OVERSIGHT})
    public Response thing(@RestQuery @Nullable String of) {
        return show(StopModels.named(of).orElseThrow(NotFoundException::new), 200, Attempt.NONE);
    }

    @POST
    @Path("stop")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stop(MultivaluedMap<String, String> form) {
        return done(form, ThingModel.STOP, (staff, thing, seen, reason) -> stops.suspend(staff, thing, reason));
    }

    @POST
    @Path("propose")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> form) {
        return done(form, ThingModel.PROPOSE, stops::proposeResume);
    }

    @POST
    @Path("approve")
    @RolesAllowed(StaffRole.APPROVER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(MultivaluedMap<String, String> form) {
        return done(form, ThingModel.APPROVE, stops::approveResume);
    }

    private interface Move {
        Object make(Staff staff, Stoppable thing, OptionalLong seen, String reason);
    }

    private Response done(MultivaluedMap<String, String> form, String field, Move move) {
        var thing = StopModels.named(form.getFirst("of")).orElseThrow(BadRequestException::new);
        var text = requireNonNullElse(form.getFirst(field), "").replace("\r\n", "\n");
        try {
            move.make(signedIn.staff(), thing, seen(form), text);
            return Response.seeOther(URI.create(
                            "/console/policy/stops/thing?of=" + thing.kind().word() + "/" + thing.name()))
                    .build();
        } catch (GovernanceException refused) {
            return refused(thing, field, text, refused);
        }
    }

    private Response refused(Stoppable thing, String field, String text, GovernanceException refused) {
        var sentence = String.valueOf(refused.getMessage());
        int status = RefusalStatus.of(refused.fault());
        return switch (refused.fault()) {
            case TEXT_UNFIT -> show(thing, status, new Attempt(field, text, sentence));
            case NOT_FOR_THIS_ROLE, TARGET_UNKNOWN, DRAFT_UNKNOWN, VERSION_UNKNOWN -> messages.refused(refused);
            case STALE,
                    NOT_OFFERED,
                    SAME_PERSON,
                    MOMENT_UNFIT,
                    CONSULTATION_NEEDED,
                    BASE_SUPERSEDED,
                    NOTHING_CHANGED,
                    ANNOUNCED_FALL_AWAY -> show(thing, status, new Attempt("", text, sentence));
        };
    }

    private static OptionalLong seen(MultivaluedMap<String, String> form) {
        try {
            var number = form.getFirst("seen");
            return number == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number));
        } catch (NumberFormatException e) {
            throw new BadRequestException();
        }
    }

    private Response show(Stoppable thing, int status, Attempt attempt) {
        var model = models.thing(signedIn.staff(), thing, attempt).orElseThrow(NotFoundException::new);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.data("model", model).render())
                .build();
    }
}
