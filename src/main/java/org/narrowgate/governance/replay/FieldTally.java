package org.narrowgate.governance.replay;

import java.util.Map;
import org.narrowgate.governance.replay.ReplayResult.Given;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;

/** Counts what answers could have held under one rulebook, field by field. */
final class FieldTally {
    private static final int FIELDS = Field.values().length;

    private final long[] released = new long[FIELDS];
    private final long[] generalised = new long[FIELDS];
    private final long[] withheld = new long[FIELDS];
    private long nothing;

    void add(Decision decision) {
        switch (decision) {
            case Decision.Refuse refuse -> nothing++;
            case Decision.Refer(var release) -> release.treatments().forEach(this::add);
            case Decision.Permit(var release) -> release.treatments().forEach(this::add);
        }
    }

    Given given(Field field) {
        int index = field.ordinal();
        return new Given(released[index], generalised[index], withheld[index], nothing);
    }

    private void add(Field field, FieldTreatment treatment) {
        switch (treatment) {
            case FieldTreatment.Release release -> released[field.ordinal()]++;
            case FieldTreatment.Generalise generalise -> generalised[field.ordinal()]++;
            case FieldTreatment.Withhold withhold -> withheld[field.ordinal()]++;
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
