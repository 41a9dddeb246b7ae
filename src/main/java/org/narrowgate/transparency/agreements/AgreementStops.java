package org.narrowgate.transparency.agreements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.narrowgate.governance.stop.Stoppage;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Stoppable;

/** The stops that concern one agreement: its own, its agency's, and those of its purposes. */
record AgreementStops(Agreement agreement, Policy policy, List<Stoppage> all) {
    AgreementStops {
        all = List.copyOf(all);
    }

    /** Since when a stop holds the whole agreement; empty where none does. */
    Optional<Instant> wholeSince() {
        return since(thing -> isWhole(thing));
    }

    /** Since when a stop holds a purpose, or one above it; empty where none does. */
    Optional<Instant> since(PurposeId purpose) {
        return since(thing -> isOf(thing, purpose));
    }

    /** Stops and resumptions, in no order. */
    List<Milestone> milestones() {
        return all.stream()
                .filter(stoppage -> concerns(stoppage.stop().thing()))
                .flatMap(this::milestones)
                .toList();
    }

    private Stream<Milestone> milestones(Stoppage stoppage) {
        var what = words(stoppage.stop().thing());
        return Stream.concat(
                Stream.of(milestone(Milestone.Kind.SUSPENDED, stoppage.stop().at(), what)),
                stoppage.end().stream().map(end -> milestone(Milestone.Kind.RESUMED, end.at(), what)));
    }

    private static Milestone milestone(Milestone.Kind kind, Instant at, List<String> what) {
        return new Milestone(kind, at, OptionalInt.empty(), what);
    }

    private List<String> words(Stoppable thing) {
        return switch (thing) {
            case Stoppable.OfAgreement agreementItself -> List.of();
            case Stoppable.OfAgency agency -> List.of("The agency, whatever it asks for.");
            case Stoppable.OfPurpose(var id) ->
                List.of("Only the purpose "
                        + policy.purpose(id).map(Purpose::title).orElse(id.value()) + ".");
        };
    }

    private Optional<Instant> since(Predicate<Stoppable> concerned) {
        return all.stream()
                .filter(Stoppage::holds)
                .filter(stoppage -> concerned.test(stoppage.stop().thing()))
                .map(stoppage -> stoppage.stop().at())
                .min(Instant::compareTo);
    }

    private boolean concerns(Stoppable thing) {
        return isWhole(thing) || agreement.purposes().stream().anyMatch(grant -> isOf(thing, grant.purpose()));
    }

    private boolean isWhole(Stoppable thing) {
        return switch (thing) {
            case Stoppable.OfAgreement(var id) -> id.equals(agreement.id());
            case Stoppable.OfAgency(var id) -> id.equals(agreement.agency());
            case Stoppable.OfPurpose purpose -> false;
        };
    }

    /** Whether it is this purpose or one above it. */
    private boolean isOf(Stoppable thing, PurposeId purpose) {
        return thing instanceof Stoppable.OfPurpose(var stopped)
                && Stream.iterate(
                                Optional.of(purpose),
                                Optional::isPresent,
                                id -> id.flatMap(policy::purpose).flatMap(Purpose::parent))
                        .flatMap(Optional::stream)
                        .anyMatch(stopped::equals);
    }
}
