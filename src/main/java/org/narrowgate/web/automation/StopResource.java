package org.narrowgate.web.automation;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.CallerService;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.stop.StopService;
import org.narrowgate.policy.Stoppable;

/** Stopping something at once, and starting it again with two, for programs. */
@Path("/admin")
@Produces(MediaType.APPLICATION_JSON)
class StopResource {
    private static final String REASON = "reason";

    private final StopService stops;
    private final CallerService callers;
    private final SecurityIdentity identity;

    StopResource(StopService stops, CallerService callers, SecurityIdentity identity) {
        this.stops = stops;
        this.callers = callers;
        this.identity = identity;
    }

    /** All there ever were, newest first. */
    @GET
    @Path("stops")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER, StaffRole.OVERSIGHT})
    public List<StopAnswer> all() {
        callers.automation(identity);
        return stops.all().stream().map(StopAnswer::of).toList();
    }

    @POST
    @Path("{things: agreements|purposes|agencies}/{id}/suspend")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    public StopAnswer suspend(@PathParam("things") String things, @PathParam("id") String id, @Nullable String json) {
        var staff = staff();
        var thing = thing(things, id);
        var body = SmallBody.of(json);
        var reason = body.text(REASON);
        body.end();
        return StopAnswer.of(stops.suspend(staff, thing, reason).stop());
    }

    @POST
    @Path("{things: agreements|purposes|agencies}/{id}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    public StopAnswer propose(@PathParam("things") String things, @PathParam("id") String id, @Nullable String json) {
        var staff = staff();
        var thing = thing(things, id);
        var told = Told.of(json);
        return StopAnswer.of(stops.proposeResume(staff, thing, told.seen(), told.reason()));
    }

    @POST
    @Path("{things: agreements|purposes|agencies}/{id}/resume/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(StaffRole.APPROVER)
    public StopAnswer approve(@PathParam("things") String things, @PathParam("id") String id, @Nullable String json) {
        var staff = staff();
        var thing = thing(things, id);
        var told = Told.of(json);
        return StopAnswer.of(stops.approveResume(staff, thing, told.seen(), told.reason()));
    }

    /**
     * Why a stop is to end.
     *
     * @param seen number of the stop, where only that one is meant
     */
    private record Told(String reason, OptionalLong seen) {
        static Told of(@Nullable String json) {
            var body = SmallBody.of(json);
            var reason = body.text(REASON);
            var seen =
                    body.number("stop").stream().mapToLong(Integer::longValue).findFirst();
            body.end();
            return new Told(reason, seen);
        }
    }

    private Staff staff() {
        return callers.automation(identity);
    }

    private static Stoppable thing(String things, String id) {
        var kind = Arrays.stream(Stoppable.Kind.values())
                .filter(one -> plural(one).equals(things))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return kind.named(id)
                .orElseThrow(() -> new GovernanceException(
                        GovernanceException.Fault.TARGET_UNKNOWN, "Nothing can have this name."));
    }

    private static String plural(Stoppable.Kind kind) {
        return switch (kind) {
            case AGREEMENT -> "agreements";
            case PURPOSE -> "purposes";
            case AGENCY -> "agencies";
        };
    }
}
