package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;
import static org.narrowgate.policy.Direction.NARROWS;
import static org.narrowgate.policy.Direction.WIDENS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.PurposeTerms.Deceased;

/** What changes for whoever holds a purpose: by all rules of its lineage, or by its own alone. */
record LineageDifference(Lineage before, Lineage after) {
    List<Said> said() {
        var seen = Arrays.stream(Field.values()).flatMap(field -> ofField(field).stream());
        var searched = Arrays.stream(SearchArgument.values()).flatMap(argument -> ofArgument(argument).stream());
        var handled =
                Stream.of(ofDecision(), ofCountersignature(), ofDeceased()).flatMap(Optional::stream);
        return Stream.of(
                        seen,
                        searched,
                        new GroundsDifference(before, after).said(),
                        handled,
                        new EmbargoDifference(before, after).said(),
                        new TermsDifference(before, after).said())
                .flatMap(said -> said)
                .toList();
    }

    /** How a field is seen that is seen at all. */
    static Optional<String> seen(Field field, FieldTreatment treatment) {
        return switch (treatment) {
            case FieldTreatment.Release release -> Optional.of(field.words());
            case FieldTreatment.Generalise generalise ->
                Optional.of(field.words() + " generalised to "
                        + generalise.precision().word());
            case FieldTreatment.Withhold withhold -> Optional.empty();
        };
    }

    private Optional<Said> ofField(Field field) {
        var then = requireNonNull(before.treatments().get(field));
        var now = requireNonNull(after.treatments().get(field));
        return then.equals(now)
                ? Optional.empty()
                : Optional.of(new Said(
                        Direction.ofStricter(Lineage.strictness(then), Lineage.strictness(now)),
                        field.path(),
                        sight(field, then, now)));
    }

    private static String sight(Field field, FieldTreatment then, FieldTreatment now) {
        var seen = seen(field, now);
        if (seen.isEmpty()) {
            return "no longer sees " + field.words();
        }
        return switch (then) {
            case FieldTreatment.Withhold withhold -> "now sees " + seen.get();
            case FieldTreatment.Generalise generalise ->
                "now sees " + seen.get() + " instead of generalised to "
                        + generalise.precision().word();
            case FieldTreatment.Release release -> "now sees only " + seen.get();
        };
    }

    private Optional<Said> ofArgument(SearchArgument argument) {
        boolean then = before.searchArguments().contains(argument);
        boolean now = after.searchArguments().contains(argument);
        if (then == now) {
            return Optional.empty();
        }
        var aspect = "search " + argument.path();
        return Optional.of(
                now
                        ? new Said(WIDENS, aspect, "may now search by " + argument.words())
                        : new Said(NARROWS, aspect, "may no longer search by " + argument.words()));
    }

    private Optional<Said> ofDecision() {
        if (before.decision() == after.decision()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (after.decision()) {
                    case AUTOMATIC ->
                        new Said(WIDENS, "decision", "is answered automatically, no longer case by case,");
                    case CASE_BY_CASE ->
                        new Said(NARROWS, "decision", "is answered case by case, no longer automatically,");
                });
    }

    private Optional<Said> ofCountersignature() {
        if (before.countersignature() == after.countersignature()) {
            return Optional.empty();
        }
        return Optional.of(
                after.countersignature() == Countersigning.REQUIRED
                        ? new Said(NARROWS, "countersignature", "now needs a countersignature")
                        : new Said(WIDENS, "countersignature", "no longer needs a countersignature"));
    }

    private Optional<Said> ofDeceased() {
        if (before.deceased() == after.deceased()) {
            return Optional.empty();
        }
        return Optional.of(
                after.deceased() == Deceased.INCLUDED
                        ? new Said(WIDENS, "deceased", "may now trace people who have died")
                        : new Said(NARROWS, "deceased", "may no longer trace people who have died"));
    }
}
