package org.narrowgate.policy;

import static java.util.stream.Collectors.joining;
import static org.narrowgate.policy.Direction.NARROWS;
import static org.narrowgate.policy.Direction.WIDENS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.narrowgate.policy.GroundDemand.Directions;
import org.narrowgate.policy.GroundDemand.SentenceMeasure;

/** What changes in the grounds that have to be put forward, and in what is demanded of them. */
record GroundsDifference(Lineage before, Lineage after) {
    Stream<Said> said() {
        if (before.demandsGround() && after.demandsGround()) {
            return Arrays.stream(GroundType.values()).flatMap(this::ofType);
        }
        if (after.demandsGround()) {
            return Stream.of(new Said(NARROWS, "grounds", "must now put forward a ground (" + accepted(after) + ")"));
        }
        return before.demandsGround()
                ? Stream.of(new Said(WIDENS, "grounds", "no longer has to put forward a ground"))
                : Stream.empty();
    }

    private static String accepted(Lineage lineage) {
        return lineage.grounds().stream().map(ground -> ground.type().words()).collect(joining(", "));
    }

    private Stream<Said> ofType(GroundType type) {
        boolean then = before.accepts(type);
        boolean now = after.accepts(type);
        if (then && now) {
            return Stream.concat(ofCriminality(type), ofDirections(type));
        }
        if (then) {
            return Stream.of(new Said(NARROWS, "ground " + type, "may no longer ask on the ground of " + type.words()));
        }
        return now
                ? Stream.of(new Said(WIDENS, "ground " + type, "may now ask on the ground of " + type.words()))
                : Stream.empty();
    }

    private Stream<Said> ofDirections(GroundType type) {
        boolean then = isDirectionNeeded(before.demandsOf(type));
        boolean now = isDirectionNeeded(after.demandsOf(type));
        if (then == now) {
            return Stream.empty();
        }
        return Stream.of(
                now
                        ? new Said(NARROWS, "directions", "must now say what fields a court order directs")
                        : new Said(WIDENS, "directions", "no longer has to say what fields a court order directs"));
    }

    private static boolean isDirectionNeeded(List<GroundDemand> demands) {
        return demands.stream()
                .anyMatch(demand ->
                        demand instanceof GroundDemand.CourtOrder order && order.directions() == Directions.REQUIRED);
    }

    private Stream<Said> ofCriminality(GroundType type) {
        var then = Bar.of(before.demandsOf(type));
        var now = Bar.of(after.demandsOf(type));
        return then.isPresent() && now.isPresent() ? ofBar(then.get(), now.get()) : Stream.empty();
    }

    private static Stream<Said> ofBar(Bar then, Bar now) {
        return Stream.of(imposed(then, now), maximum(then, now), stage(then, now))
                .flatMap(Optional::stream);
    }

    private static Optional<Said> imposed(Bar then, Bar now) {
        if (then.imposed().equals(now.imposed())) {
            return Optional.empty();
        }
        var counted = now.imposed().isPresent()
                ? "a sentence imposed of " + FactsInWords.months(now.imposed().getAsInt()) + " or more"
                : "the maximum an offence carries, whatever sentence was imposed,";
        var before = then.imposed().isPresent()
                ? " instead of one of " + FactsInWords.months(then.imposed().getAsInt())
                : "";
        return Optional.of(new Said(
                Direction.ofStricter(then.imposed().orElse(0), now.imposed().orElse(0)),
                "sentence imposed",
                "has to show, for serious criminality, " + counted
                        + (now.imposed().isPresent() ? before : "")));
    }

    /** Nothing can be imposed above the maximum, so a threshold for both is said of the sentence imposed alone. */
    private static Optional<Said> maximum(Bar then, Bar now) {
        boolean said = then.isOne() && now.isOne();
        return said || then.maximum() == now.maximum()
                ? Optional.empty()
                : Optional.of(new Said(
                        Direction.ofStricter(then.maximum(), now.maximum()),
                        "maximum sentence",
                        "has to show, for serious criminality, an offence that carries "
                                + FactsInWords.months(now.maximum()) + " or more instead of "
                                + FactsInWords.months(then.maximum())));
    }

    private static Optional<Said> stage(Bar then, Bar now) {
        return then.stage() == now.stage()
                ? Optional.empty()
                : Optional.of(new Said(
                        Direction.ofStricter(0, now.stage().compareTo(then.stage())),
                        "stage",
                        "may ask for serious criminality once a person is "
                                + now.stage().words() + ", not once "
                                + then.stage().words()));
    }

    /**
     * All that a lineage demands of an offence at once.
     *
     * @param imposed the sentence that must have been imposed; empty where the maximum alone counts
     */
    private record Bar(int maximum, OptionalInt imposed, OffenceStage stage) {
        static Optional<Bar> of(List<GroundDemand> demands) {
            var thresholds = demands.stream()
                    .filter(GroundDemand.SeriousCriminality.class::isInstance)
                    .map(GroundDemand.SeriousCriminality.class::cast)
                    .toList();
            var imposed = thresholds.stream()
                    .filter(threshold -> threshold.measure() == SentenceMeasure.SENTENCE_IMPOSED)
                    .mapToInt(GroundDemand.SeriousCriminality::thresholdMonths)
                    .max();
            return thresholds.stream()
                    .map(threshold -> new Bar(threshold.thresholdMonths(), imposed, earliest(threshold, imposed)))
                    .reduce(Bar::both);
        }

        // Only a conviction has a sentence.
        private static OffenceStage earliest(GroundDemand.SeriousCriminality threshold, OptionalInt imposed) {
            return imposed.isPresent() ? OffenceStage.CONVICTED : threshold.earliestStage();
        }

        private Bar both(Bar other) {
            return new Bar(
                    Math.max(maximum, other.maximum), imposed, stage.compareTo(other.stage) < 0 ? other.stage : stage);
        }

        boolean isOne() {
            return imposed.equals(OptionalInt.of(maximum));
        }
    }
}
