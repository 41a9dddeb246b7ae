package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

/** What a purpose may see of one field. */
public sealed interface FieldTreatment {
    record Release() implements FieldTreatment {}

    record Generalise(Precision precision) implements FieldTreatment {
        public Generalise {
            requireNonNull(precision);
        }
    }

    record Withhold() implements FieldTreatment {}
}
