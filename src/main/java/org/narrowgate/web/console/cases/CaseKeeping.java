package org.narrowgate.web.console.cases;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.DraftService;
import org.narrowgate.casework.review.QueueService;
import org.narrowgate.casework.review.ReviewException;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.SignedIn;

/** Keeps a request in one caseworker's hands, and what they type, while they are at work on it. */
@Path("/console/requests/{id}")
@RolesAllowed(StaffRole.CASE)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class CaseKeeping {
    private final SignedIn signedIn;
    private final CasePage page;
    private final QueueService queue;
    private final DraftService drafts;

    CaseKeeping(SignedIn signedIn, CasePage page, QueueService queue, DraftService drafts) {
        this.signedIn = signedIn;
        this.page = page;
        this.queue = queue;
        this.drafts = drafts;
    }

    /** What the page's script shows. */
    @RegisterForReflection
    record Kept(String words) {}

    /** From the request's page, which is shown again. */
    @POST
    @Path("claim")
    public Response claim(@PathParam("id") String id) {
        var request = CasePage.id(id);
        return claimed(request, notice -> URI.create(CasePage.address(request) + "?done=" + notice));
    }

    /** From the queue, which is shown again as it was. */
    @POST
    @Path("claim-in-queue")
    public Response claimInQueue(@PathParam("id") String id, @BeanParam QueueQuery here) {
        var filter = here.filter();
        return claimed(CasePage.id(id), notice -> URI.create(QueueQuery.address(filter, Optional.of(notice))));
    }

    @POST
    @Path("give-back")
    public Response giveBack(@PathParam("id") String id, @BeanParam QueueQuery here) {
        queue.giveBack(signedIn.staff(), CasePage.id(id));
        return Response.seeOther(URI.create(QueueQuery.address(here.filter(), Optional.of(Notice.GIVEN_BACK))))
                .build();
    }

    /** While the page is in use. */
    @POST
    @Path("prolong")
    @Produces(MediaType.APPLICATION_JSON)
    public Response prolong(@PathParam("id") String id) {
        var staff = signedIn.staff();
        try {
            var claim = queue.claim(staff, CasePage.id(id));
            return Response.ok(new Kept(TimeWords.claim(claim, staff.id()) + "."))
                    .build();
        } catch (ReviewException refused) {
            return unkept(refused);
        }
    }

    @POST
    @Path("draft")
    @Produces(MediaType.APPLICATION_JSON)
    public Response draft(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        try {
            var saved = drafts.keep(
                    signedIn.staff(), CasePage.id(id), Typed.read(form).fields());
            return Response.ok(new Kept("Draft saved at " + LondonTime.clock(saved) + "."))
                    .build();
        } catch (ReviewException refused) {
            return unkept(refused);
        }
    }

    @POST
    @Path("draft/discard")
    public Response discard(@PathParam("id") String id) {
        var request = CasePage.id(id);
        drafts.discard(signedIn.staff(), request);
        return Response.seeOther(URI.create(CasePage.address(request) + "?done=" + Notice.DRAFT_DISCARDED))
                .build();
    }

    private Response claimed(TracingRequestId id, Function<Notice, URI> next) {
        Staff staff = signedIn.staff();
        try {
            var holder = queue.claim(staff, id);
            var notice = holder.by().equals(staff.id()) ? Notice.CLAIMED : Notice.COLLEAGUE_WAS_FIRST;
            return Response.seeOther(next.apply(notice)).build();
        } catch (ReviewException refused) {
            return page.refused(staff, id, Typed.NOTHING, "", refused);
        }
    }

    private static Response unkept(ReviewException refused) {
        var status = switch (refused.fault()) {
            case REQUEST_UNKNOWN -> 404;
            case NOT_FOR_THIS_ROLE -> 403;
            case TEXT_UNFIT -> 413;
            case STALE, CLAIMED_BY_ANOTHER, MOVE_NOT_OFFERED, SAME_CASEWORKER -> 409;
        };
        return Response.status(status)
                .entity(new Kept(String.valueOf(refused.getMessage())))
                .build();
    }
}
