package org.narrowgate.web.console.stops;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.Wording;
import org.narrowgate.governance.stop.StopService;
import org.narrowgate.governance.stop.Stoppage;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Stoppable;
import org.narrowgate.web.console.cases.TextModel;
import org.narrowgate.web.console.stops.ThingModel.Attempt;
import org.narrowgate.web.console.stops.ThingModel.Effect;

/** Puts into words what is stopped, and what can be. */
@ApplicationScoped
class StopModels {
    private static final String LENGTH = Wording.SHORTEST_REASONS + " characters or more";

    private final StopService stops;
    private final PolicyInForce policy;

    StopModels(StopService stops, PolicyInForce policy) {
        this.stops = stops;
        this.policy = policy;
    }

    /** All there ever were, newest first. */
    List<StoppageModel> all() {
        var inForce = policy.refresh().policy();
        return stops.all().stream()
                .map(stoppage ->
                        StoppageModel.of(stoppage, Thing.of(stoppage.stop().thing(), inForce)))
                .toList();
    }

    /** What the policy in force has and nothing stops, kind by kind. */
    Map<Stoppable.Kind, List<Thing>> offered() {
        var inForce = policy.refresh().policy();
        var document = inForce.document();
        return Map.of(
                Stoppable.Kind.AGREEMENT,
                offered(
                        document.agreements().stream().map(agreement -> new Stoppable.OfAgreement(agreement.id())),
                        inForce),
                Stoppable.Kind.PURPOSE,
                offered(document.purposes().stream().map(purpose -> new Stoppable.OfPurpose(purpose.id())), inForce),
                Stoppable.Kind.AGENCY,
                offered(document.agencies().stream().map(agency -> new Stoppable.OfAgency(agency.id())), inForce));
    }

    /** One thing as somebody sees it; empty where it is neither in the policy nor stopped. */
    Optional<ThingModel> thing(Staff staff, Stoppable thing, Attempt attempt) {
        var inForce = policy.refresh().policy();
        var held = stops.holding(thing);
        if (held.isEmpty() && !inForce.names(thing)) {
            return Optional.empty();
        }
        var named = Thing.of(thing, inForce);
        return Optional.of(new ThingModel(
                named,
                effects(thing, inForce),
                held.map(stoppage -> StoppageModel.of(stoppage, named)).orElse(null),
                attempt.field().isEmpty() ? attempt.sentence() : "",
                held.isEmpty() && mayStop(staff) ? toStop(attempt) : null,
                held.filter(stoppage -> mayStop(staff) && !stoppage.isProposedBy(staff.id()))
                        .map(stoppage -> toPropose(stoppage, attempt))
                        .orElse(null),
                held.filter(stoppage -> mayApprove(staff, stoppage))
                        .map(stoppage -> toApprove(attempt))
                        .orElse(null),
                held.map(stoppage -> waiting(staff, stoppage)).orElse("")));
    }

    private static TextModel toStop(Attempt attempt) {
        return attempt.text(
                ThingModel.STOP,
                "Reason",
                "Why it is stopped: " + LENGTH + ". Colleagues read it, and the log keeps it. Name nobody of the"
                        + " registry.");
    }

    private static TextModel toPropose(Stoppage stoppage, Attempt attempt) {
        var hint = stoppage.proposals().isEmpty()
                ? "Why it can be started again: " + LENGTH + ". Somebody else has to approve it."
                : "A proposal of your own: " + LENGTH + ". Whoever proposed before you can approve yours.";
        return attempt.text(ThingModel.PROPOSE, "Reason for the proposal", hint);
    }

    private static TextModel toApprove(Attempt attempt) {
        return attempt.text(
                ThingModel.APPROVE, "Reason for approving", "Why you agree: " + LENGTH + ". The log keeps it.");
    }

    private static boolean mayStop(Staff staff) {
        return staff.is(StaffRole.POLICY_AUTHOR) || staff.is(StaffRole.POLICY_APPROVER);
    }

    private static boolean mayApprove(Staff staff, Stoppage stoppage) {
        return staff.is(StaffRole.POLICY_APPROVER)
                && stoppage.approvableBy(staff.id()).isPresent();
    }

    private static String waiting(Staff staff, Stoppage stoppage) {
        if (stoppage.proposals().isEmpty()) {
            return "Nobody has proposed to start it again.";
        }
        return mayApprove(staff, stoppage) ? "" : "It waits for a policy approver other than who proposed it.";
    }

    private static List<Effect> effects(Stoppable thing, Policy inForce) {
        var effects = new ArrayList<Effect>();
        inForce.takenBy(thing).forEach((agency, purposes) -> effects.add(effect(agency, purposes, inForce)));
        return effects;
    }

    private static Effect effect(AgencyId agency, List<PurposeId> purposes, Policy inForce) {
        return new Effect(
                inForce.agency(agency).map(Agency::name).orElse(agency.value()),
                purposes.stream()
                        .map(purpose ->
                                inForce.purpose(purpose).map(Purpose::title).orElse(purpose.value()))
                        .collect(joining("; ")));
    }

    private static List<Thing> offered(Stream<? extends Stoppable> things, Policy inForce) {
        return things.filter(thing -> inForce.stops().stopOf(thing).isEmpty())
                .map(thing -> Thing.of(thing, inForce))
                .toList();
    }

    /** What an address names; empty where it names nothing. */
    static Optional<Stoppable> named(@Nullable String of) {
        var parts = of == null ? new String[0] : of.split("/", -1);
        return parts.length != 2
                ? Optional.empty()
                : Stream.of(Stoppable.Kind.values())
                        .filter(kind -> kind.word().equals(parts[0]))
                        .findFirst()
                        .flatMap(kind -> kind.named(parts[1]));
    }
}
