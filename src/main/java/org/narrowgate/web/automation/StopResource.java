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
import org.narrowgate.governance.stop.Stoppage;
import org.narrowgate.policy.Stoppable;

/** Stopping something at once, and starting it again with two, for programs. */
@Path("/admin")
@Produces(MediaType.APPLICATION_JSON)
class StopResource {
    private final StopService stops;
    private final CallerService callers;
    private final SecurityIdentity identity;

    StopResource(StopService stops, CallerService callers, SecurityIdentity identity) {
        this.stops = stops;
        this.callers = callers;
        this.identity = identity;
    }

    /**
     * Why something is done.
     *
     * @param stop number of the stop that was seen, where only that one is meant
     */
    record Told(@Nullable String reason, @Nullable Long stop) {
        String reasonOrNone() {
            return reason == null ? "" : reason;
        }

        OptionalLong seen() {
            return stop == null ? OptionalLong.empty() : OptionalLong.of(stop);
        }
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
    public StopAnswer suspend(@PathParam("things") String things, @PathParam("id") String id, @Nullable Told told) {
        var stop = stops.suspend(staff(), thing(things, id), said(told).reasonOrNone())
                .stop();
        return StopAnswer.of(stop);
    }

    @POST
    @Path("{things: agreements|purposes|agencies}/{id}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    public StopAnswer propose(@PathParam("things") String things, @PathParam("id") String id, @Nullable Told told) {
        var said = said(told);
        return StopAnswer.of(stops.proposeResume(staff(), thing(things, id), said.seen(), said.reasonOrNone()));
    }

    @POST
    @Path("{things: agreements|purposes|agencies}/{id}/resume/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(StaffRole.APPROVER)
    public StopAnswer approve(@PathParam("things") String things, @PathParam("id") String id, @Nullable Told told) {
        var said = said(told);
        Stoppage ended = stops.approveResume(staff(), thing(things, id), said.seen(), said.reasonOrNone());
        return StopAnswer.of(ended);
    }

    private Staff staff() {
        return callers.automation(identity);
    }

    private static Told said(@Nullable Told told) {
        return told == null ? new Told(null, null) : told;
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
