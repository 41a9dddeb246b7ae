package org.narrowgate.web.console.policy.replay;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.Moment;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.draft.DraftHead;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.replay.ReplayOrder;
import org.narrowgate.governance.replay.ReplayOrder.Proposal;
import org.narrowgate.governance.replay.ReplayService;
import org.narrowgate.web.console.ConsoleMessages;
import org.narrowgate.web.console.SignedIn;

/** Begins a replay of a draft. */
@Path("/console/policy/drafts/{id}/replay")
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
@Produces(MediaType.TEXT_HTML)
class ReplayFormPages {
    static final int UNPROCESSABLE = 422;

    private final Template page;
    private final ReplayModels models;
    private final ReplayService replays;
    private final DraftService drafts;
    private final SignedIn signedIn;
    private final ConsoleMessages messages;
    private final Clock clock;

    ReplayFormPages(
            @Location("console/policy/replay-form.html") Template page,
            ReplayModels models,
            ReplayService replays,
            DraftService drafts,
            SignedIn signedIn,
            ConsoleMessages messages,
            Clock clock) {
        this.page = page;
        this.models = models;
        this.replays = replays;
        this.drafts = drafts;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
    }

    @GET
    public Response show(@PathParam("id") String id) {
        try {
            var draft = draft(id);
            return show(200, draft, ReplayForm.fresh(today(), replays.assumedMix()), List.of());
        } catch (GovernanceException refused) {
            return messages.refused(refused);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        try {
            var draft = draft(id);
            var assumed = replays.assumedMix();
            var typed = ReplayForm.of(form, assumed);
            var faults = typed.faults(assumed, today());
            if (!faults.isEmpty()) {
                return show(UNPROCESSABLE, draft, typed, faults);
            }
            var started = replays.start(
                    signedIn.staff(),
                    new ReplayOrder(
                            new Proposal.OfDraft(draft.id(), draft.revision()),
                            typed.opponent(),
                            typed.choice(assumed)));
            return Response.seeOther(URI.create(ReplayModels.REPLAYS + "/" + started))
                    .build();
        } catch (GovernanceException refused) {
            return messages.refused(refused);
        }
    }

    private DraftHead draft(String id) {
        return drafts.head(DraftId.parse(id).orElseThrow(NotFoundException::new));
    }

    private LocalDate today() {
        return Moment.dayOf(clock.instant());
    }

    private Response show(int status, DraftHead draft, ReplayForm form, List<ReplayForm.Fault> faults) {
        var shown = page.data("form", models.ofDraft(signedIn.staff(), draft, form, faults))
                .render();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(shown)
                .build();
    }
}
