package org.narrowgate.web.automation;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.CallerService;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.RecordedRequests.Period;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.replay.CaseShare;
import org.narrowgate.governance.replay.ReplayOrder;
import org.narrowgate.governance.replay.ReplayOrder.Choice;
import org.narrowgate.governance.replay.ReplayOrder.Opponent;
import org.narrowgate.governance.replay.ReplayOrder.Proposal;
import org.narrowgate.governance.replay.ReplayService;

/** Begins replays of a draft, for programs. */
@Path("/admin/policy/drafts/{id}/replay")
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReplayResource {
    private final ReplayService replays;
    private final DraftService drafts;
    private final CallerService callers;
    private final SecurityIdentity identity;

    ReplayResource(ReplayService replays, DraftService drafts, CallerService callers, SecurityIdentity identity) {
        this.replays = replays;
        this.drafts = drafts;
        this.callers = callers;
        this.identity = identity;
    }

    /** Without a revision: of the newest. Without a source: of the archive of 2016. */
    @POST
    public Response start(String id, @Nullable String json) {
        var staff = callers.automation(identity);
        var head = drafts.head(DraftId.parse(id)
                .orElseThrow(() -> new GovernanceException(Fault.DRAFT_UNKNOWN, "There is no draft of this id.")));
        var body = SmallBody.of(json);
        var revision = body.number("revision").orElse(head.revision());
        var opponent = body.word("against", List.of(ReplayAnswer.IN_FORCE, ReplayAnswer.PRACTICE_OF_2016))
                .filter(ReplayAnswer.PRACTICE_OF_2016::equals)
                .map(then -> Opponent.PRACTICE_OF_2016)
                .orElse(Opponent.IN_FORCE);
        var choice = choice(body);
        body.end();
        var started =
                replays.start(staff, new ReplayOrder(new Proposal.OfDraft(head.id(), revision), opponent, choice));
        return Response.accepted(ReplayAnswer.of(replays.run(staff, started), null, Map.of()))
                .location(URI.create("/admin/policy/replays/" + started))
                .build();
    }

    private static Choice choice(SmallBody body) {
        var source = body.word("source", List.of(ReplayAnswer.ARCHIVE, ReplayAnswer.RECORDED))
                .orElse(ReplayAnswer.ARCHIVE);
        var from = body.day("from");
        var to = body.day("to");
        var mix = body.numbersByName("mix", CaseShare.HEAVIEST);
        return source.equals(ReplayAnswer.RECORDED) ? recorded(body, from, to, mix) : archived(body, from, to, mix);
    }

    private static Choice recorded(
            SmallBody body, Optional<LocalDate> from, Optional<LocalDate> to, Optional<Map<String, Integer>> mix) {
        mix.ifPresent(varied -> body.fault("mix", "only the archive's mix is made up"));
        if (from.isEmpty() || to.isEmpty()) {
            body.fault(from.isEmpty() ? "from" : "to", "recorded requests are replayed from a day to a day");
            return new Choice.Archive2016();
        }
        if (to.get().isBefore(from.get())) {
            body.fault("to", "before `from`");
            return new Choice.Archive2016();
        }
        return new Choice.Recorded(new Period(from.get(), to.get()));
    }

    private static Choice archived(
            SmallBody body, Optional<LocalDate> from, Optional<LocalDate> to, Optional<Map<String, Integer>> mix) {
        from.ifPresent(day -> body.fault("from", "the archive is replayed whole"));
        to.ifPresent(day -> body.fault("to", "the archive is replayed whole"));
        return mix.<Choice>map(weights -> new Choice.Varied2016(weights.entrySet().stream()
                        .map(entry -> new CaseShare(entry.getKey(), entry.getKey(), entry.getValue()))
                        .toList()))
                .orElseGet(Choice.Archive2016::new);
    }
}
