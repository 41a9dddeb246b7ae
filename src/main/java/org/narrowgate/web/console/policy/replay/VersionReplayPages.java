package org.narrowgate.web.console.policy.replay;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.Moment;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.replay.ReplayOrder;
import org.narrowgate.governance.replay.ReplayOrder.Proposal;
import org.narrowgate.governance.replay.ReplayService;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.web.console.ConsoleMessages;
import org.narrowgate.web.console.SignedIn;

/** Begins a replay of the version in force, which shows what the narrowing of 2018 excludes of the practice of 2016. */
@Path(ReplayModels.REPLAYS)
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
@Produces(MediaType.TEXT_HTML)
class VersionReplayPages {
    private final Template page;
    private final ReplayModels models;
    private final ReplayService replays;
    private final PolicyInForce inForce;
    private final SignedIn signedIn;
    private final ConsoleMessages messages;
    private final Clock clock;

    VersionReplayPages(
            @Location("console/policy/replay-form.html") Template page,
            ReplayModels models,
            ReplayService replays,
            PolicyInForce inForce,
            SignedIn signedIn,
            ConsoleMessages messages,
            Clock clock) {
        this.page = page;
        this.models = models;
        this.replays = replays;
        this.inForce = inForce;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
    }

    @GET
    public Response show() {
        var fields =
                new HashMap<>(ReplayForm.fresh(today(), replays.assumedMix()).fields());
        fields.put(ReplayForm.AGAINST, ReplayForm.PRACTICE);
        return show(200, new ReplayForm(fields), List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(MultivaluedMap<String, String> form) {
        var assumed = replays.assumedMix();
        var typed = ReplayForm.of(form, assumed);
        var faults = typed.faults(assumed, today());
        if (!faults.isEmpty()) {
            return show(ReplayFormPages.UNPROCESSABLE, typed, faults);
        }
        try {
            var version = new Proposal.OfVersion(inForce.current().number());
            var started =
                    replays.start(signedIn.staff(), new ReplayOrder(version, typed.opponent(), typed.choice(assumed)));
            return Response.seeOther(URI.create(ReplayModels.REPLAYS + "/" + started))
                    .build();
        } catch (GovernanceException refused) {
            return messages.refused(refused);
        }
    }

    private LocalDate today() {
        return Moment.dayOf(clock.instant());
    }

    private Response show(int status, ReplayForm form, List<ReplayForm.Fault> faults) {
        var shown = page.data(
                        "form",
                        models.ofVersion(signedIn.staff(), inForce.current().number(), form, faults))
                .render();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(shown)
                .build();
    }
}
