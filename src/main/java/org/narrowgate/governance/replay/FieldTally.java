package org.narrowgate.governance.replay;

import java.util.EnumMap;
import java.util.Map;
import org.narrowgate.governance.replay.ReplayResult.Given;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;

/** Counts what answers could have held under one rulebook, field by field. */
final class FieldTally {
    private final Map<Field, Count> counts = new EnumMap<>(Field.class);
    private long nothing;

    private static final class Count {
        long released;
        long generalised;
        long withheld;
    }

    void add(Decision decision) {
        switch (decision) {
            case Decision.Refuse refuse -> nothing++;
            case Decision.Refer(var release) -> release.treatments().forEach(this::add);
            case Decision.Permit(var release) -> release.treatments().forEach(this::add);
        }
    }

    Given given(Field field) {
        var count = counts.getOrDefault(field, new Count());
        return new Given(count.released, count.generalised, count.withheld, nothing);
    }

    private void add(Field field, FieldTreatment treatment) {
        var count = counts.computeIfAbsent(field, first -> new Count());
        switch (treatment) {
            case FieldTreatment.Release release -> count.released++;
            case FieldTreatment.Generalise generalise -> count.generalised++;
            case FieldTreatment.Withhold withhold -> count.withheld++;
        }
    }

    /** The treatments of a decision that lets a request through; none of one that does not. */
    static Map<Field, FieldTreatment> treatments(Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse -> Map.of();
            case Decision.Refer(var release) -> release.treatments();
            case Decision.Permit(var release) -> release.treatments();
        };
    }
}
