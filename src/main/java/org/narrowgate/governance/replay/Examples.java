package org.narrowgate.governance.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.narrowgate.governance.replay.ReplayResult.Example;
import org.narrowgate.governance.replay.ReplayResult.Ruled;
import org.narrowgate.governance.replay.ReplayResult.Told;
import org.narrowgate.governance.replay.ReplayedRequest.Reference;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.Treatments;

/** The first few requests of each shift. */
final class Examples {
    private final Names names;
    private final Map<Shift, List<Example>> kept = new EnumMap<>(Shift.class);

    Examples(Names names) {
        this.names = names;
    }

    void add(Shift shift, ReplayedRequest request, Decision before, Decision after) {
        if (shift == Shift.NONE) {
            return;
        }
        var examples = kept.computeIfAbsent(shift, key -> new ArrayList<>());
        if (examples.size() < ReplayResult.EXAMPLES) {
            examples.add(example(request, before, after));
        }
    }

    List<Example> of(Shift shift) {
        return List.copyOf(kept.getOrDefault(shift, List.of()));
    }

    private Example example(ReplayedRequest request, Decision before, Decision after) {
        var treatments = differing(FieldTally.treatments(before), FieldTally.treatments(after));
        return switch (request.reference()) {
            case Reference.Recorded(var id) ->
                new Example(Optional.of(id.value()), Optional.empty(), ruled(before), ruled(after), treatments);
            case Reference.MadeUp(var caseReference) ->
                new Example(
                        Optional.empty(),
                        Optional.of(told(caseReference, request)),
                        ruled(before),
                        ruled(after),
                        treatments);
        };
    }

    private Told told(String caseReference, ReplayedRequest request) {
        return new Told(
                caseReference,
                names.agency(request.agency()),
                names.purpose(request.facts().purpose()),
                names.ground(request.facts().ground()));
    }

    private static Ruled ruled(Decision decision) {
        return decision instanceof Decision.Refuse(var reason, var clause, var explanation)
                ? new Ruled(Verdict.REFUSED, Optional.of(reason), Optional.of(clause))
                : new Ruled(Verdict.of(decision), Optional.empty(), Optional.empty());
    }

    private static List<String> differing(Map<Field, FieldTreatment> before, Map<Field, FieldTreatment> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(Field.values())
                .filter(field -> !words(before, field).equals(words(after, field)))
                .map(field -> field.path() + ": " + words(before, field) + ", then " + words(after, field))
                .toList();
    }

    private static String words(Map<Field, FieldTreatment> treatments, Field field) {
        return Treatments.write(treatments.getOrDefault(field, new FieldTreatment.Withhold()));
    }
}
