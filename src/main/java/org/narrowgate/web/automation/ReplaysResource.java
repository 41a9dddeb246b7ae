package org.narrowgate.web.automation;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.narrowgate.caller.CallerService;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.governance.replay.ReplayId;
import org.narrowgate.governance.replay.ReplayService;

/** How far a replay is and what came of it, for programs. */
@Path("/admin/policy/replays/{id}")
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
@Produces(MediaType.APPLICATION_JSON)
class ReplaysResource {
    private final ReplayService replays;
    private final CallerService callers;
    private final SecurityIdentity identity;

    ReplaysResource(ReplayService replays, CallerService callers, SecurityIdentity identity) {
        this.replays = replays;
        this.callers = callers;
        this.identity = identity;
    }

    @GET
    public ReplayAnswer show(String id) {
        return answer(callers.automation(identity), named(id));
    }

    /** Cancels it; the row stays. */
    @DELETE
    public ReplayAnswer cancel(String id) {
        var staff = callers.automation(identity);
        replays.cancel(staff, named(id));
        return answer(staff, named(id));
    }

    private ReplayAnswer answer(Staff staff, ReplayId id) {
        var run = replays.run(staff, id);
        var result = replays.result(staff, id);
        return ReplayAnswer.of(
                run,
                result.orElse(null),
                result.map(found -> replays.told(staff, found)).orElse(Map.of()));
    }

    private static ReplayId named(String id) {
        return ReplayId.parse(id)
                .orElseThrow(() -> new GovernanceException(Fault.TARGET_UNKNOWN, "There is no replay of this id."));
    }
}
