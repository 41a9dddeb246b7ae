package org.narrowgate.web.console.policy.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.RecordedRequests.Period;
import org.narrowgate.governance.draft.DraftHead;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.replay.ReplayId;
import org.narrowgate.governance.replay.ReplayOrder;
import org.narrowgate.governance.replay.ReplayOrder.Choice;
import org.narrowgate.governance.replay.ReplayOrder.Opponent;
import org.narrowgate.governance.replay.ReplayOrder.Proposal;
import org.narrowgate.governance.replay.ReplayRun;
import org.narrowgate.governance.replay.ReplayService;
import org.narrowgate.governance.replay.ReplayState;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.Sentences;
import org.narrowgate.web.console.policy.replay.ReplayForm.Fault;
import org.narrowgate.web.console.policy.replay.ReplayFormModel.FaultModel;
import org.narrowgate.web.console.policy.replay.ReplayFormModel.InputModel;
import org.narrowgate.web.console.policy.replay.ReplayFormModel.RunRow;

/** Puts the pages of replays into words. */
@ApplicationScoped
class ReplayModels {
    static final String REPLAYS = "/console/policy/replays";
    static final String DRAFTS = "/console/policy/drafts/";

    private static final String MADE_UP =
            "What the Home Office's cases of 2016 were was never published: this mix is Narrowgate's assumption, and so"
                    + " is every figure that depends on it.";

    private final ReplayService replays;
    private final DraftService drafts;
    private final PolicyInForce inForce;

    ReplayModels(ReplayService replays, DraftService drafts, PolicyInForce inForce) {
        this.replays = replays;
        this.drafts = drafts;
        this.inForce = inForce;
    }

    ReplayFormModel ofDraft(Staff staff, DraftHead draft, ReplayForm form, List<Fault> faults) {
        return model(
                DRAFTS + draft.id() + "/replay",
                DRAFTS + draft.id(),
                "Back to the draft",
                "What “" + draft.title() + "” would have done",
                draft.revision(),
                form,
                faults,
                replays.ofDraft(staff, draft.id()));
    }

    ReplayFormModel ofVersion(Staff staff, int number, ReplayForm form, List<Fault> faults) {
        return model(
                REPLAYS,
                "/console/policy",
                "Back to the policy in force",
                "What policy version " + number + " would have done",
                number,
                form,
                faults,
                replays.ofVersions(staff));
    }

    private ReplayFormModel model(
            String action,
            String back,
            String backWords,
            String heading,
            int revision,
            ReplayForm form,
            List<Fault> faults,
            List<ReplayRun> runs) {
        var assumed = replays.assumedMix();
        return new ReplayFormModel(
                action,
                back,
                backWords,
                heading,
                revision,
                faults.stream()
                        .map(fault -> new FaultModel(fault.field(), fault.sentence()))
                        .toList(),
                List.of(
                        choice(form, ReplayForm.SOURCE, ReplayForm.ARCHIVE, "The synthetic requests of 2016", ""),
                        choice(form, ReplayForm.SOURCE, ReplayForm.RECORDED, "Requests that agencies made", "")),
                List.of(
                        choice(form, ReplayForm.AGAINST, ReplayForm.IN_FORCE, "The policy in force", ""),
                        choice(
                                form,
                                ReplayForm.AGAINST,
                                ReplayForm.PRACTICE,
                                "The practice of 2016, before any narrowing",
                                "for the synthetic requests only")),
                List.of(
                        input(form, faults, ReplayForm.FROM, "First day"),
                        input(form, faults, ReplayForm.TO, "Last day")),
                assumed.stream()
                        .map(share -> input(form, faults, ReplayForm.name(share), share.words()))
                        .toList(),
                assumed.stream().mapToInt(share -> form.weight(share).orElse(0)).sum(),
                MADE_UP,
                runs.stream().map(this::row).toList());
    }

    ReplayModel run(Staff staff, ReplayId id) {
        var run = replays.run(staff, id);
        var found = replays.result(staff, id);
        return new ReplayModel(
                id.toString(),
                REPLAYS + "/" + id,
                begun(run.order().proposal()),
                heading(run.order().proposal()),
                title(run.order()),
                "Asked for by " + run.by().name() + ", " + LondonTime.moment(run.askedAt()) + ".",
                run.state().isUnderWay(),
                run.done(),
                Math.max(1, run.total()),
                standing(run),
                outdated(run),
                found.stream()
                        .map(result -> ResultModels.of(result, replays.told(staff, result)))
                        .toList());
    }

    /** How far a replay is, in a sentence. */
    static String standing(ReplayRun run) {
        return switch (run.state()) {
            case QUEUED -> "It is waiting for its turn.";
            case RUNNING -> number(run.done()) + " of " + number(run.total()) + " requests are replayed.";
            case DONE ->
                "Done" + run.finishedAt().map(ReplayModels::at).orElse("") + ": " + number(run.done()) + " requests.";
            case FAILED -> "It failed: the fault is ours and has been written down. It can be begun again.";
            case CANCELLED -> "It was cancelled after " + number(run.done()) + " requests.";
            case INTERRUPTED ->
                "It was interrupted after " + number(run.done())
                        + " requests: the process that was at work on it has gone. It can be begun again.";
        };
    }

    private RunRow row(ReplayRun run) {
        var outdated = outdated(run).isEmpty() ? "" : ", outdated";
        return new RunRow(
                REPLAYS + "/" + run.id(),
                title(run.order()),
                Sentences.begun(run.state().words()) + outdated,
                LondonTime.moment(run.askedAt()) + ", " + run.by().name());
    }

    private String outdated(ReplayRun run) {
        if (run.state() != ReplayState.DONE) {
            return "";
        }
        var newer =
                run.order().opponent() == Opponent.IN_FORCE && inForce.current().number() != run.inForce()
                        ? "Another policy version has come into force since."
                        : "";
        return switch (run.order().proposal()) {
            case Proposal.OfVersion(var number) -> newer;
            case Proposal.OfDraft(var draft, var revision) -> {
                int now = drafts.head(draft).revision();
                yield now == revision
                        ? newer
                        : "The draft has moved on since: this is revision %d, and it is at revision %d."
                                .formatted(revision, now);
            }
        };
    }

    private String heading(Proposal proposal) {
        return switch (proposal) {
            case Proposal.OfDraft(var draft, var revision) ->
                "What “" + drafts.head(draft).title() + "” would have done";
            case Proposal.OfVersion(var number) -> "What policy version " + number + " would have done";
        };
    }

    private static String begun(Proposal proposal) {
        return switch (proposal) {
            case Proposal.OfDraft(var draft, var revision) -> address(draft);
            case Proposal.OfVersion(var number) -> REPLAYS;
        };
    }

    static String address(DraftId draft) {
        return DRAFTS + draft + "/replay";
    }

    private static String title(ReplayOrder order) {
        var against = switch (order.opponent()) {
            case IN_FORCE -> "";
            case PRACTICE_OF_2016 -> ", against the practice of 2016";
        };
        return switch (order.choice()) {
                    case Choice.Recorded(Period(LocalDate from, LocalDate to)) ->
                        "Requests received from " + LondonTime.day(from) + " to " + LondonTime.day(to);
                    case Choice.Archive2016() -> "The synthetic requests of 2016";
                    case Choice.Varied2016(var mix) -> "The synthetic requests of 2016, with another mix of cases";
                }
                + against;
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }

    private static String at(Instant moment) {
        return " on " + LondonTime.moment(moment);
    }

    private static ReplayFormModel.Choice choice(
            ReplayForm form, String name, String value, String words, String hint) {
        return new ReplayFormModel.Choice(
                name, value, words, hint, form.of(name).equals(value) ? "checked" : "");
    }

    private static InputModel input(ReplayForm form, List<Fault> faults, String name, String label) {
        return new InputModel(
                name,
                label,
                form.of(name),
                faults.stream()
                        .filter(fault -> fault.field().equals(name))
                        .map(Fault::sentence)
                        .findFirst()
                        .orElse(""));
    }
}
