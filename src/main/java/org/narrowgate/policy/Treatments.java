package org.narrowgate.policy;

import java.util.Arrays;
import java.util.Optional;

/** Treatments as policy documents write them: {@code released}, {@code withheld}, {@code generalised to year}. */
public final class Treatments {
    private static final String RELEASED = "released";
    private static final String WITHHELD = "withheld";
    private static final String GENERALISED_TO = "generalised to ";

    private Treatments() {}

    /** For example: generalised to year. */
    public static String write(FieldTreatment treatment) {
        return switch (treatment) {
            case FieldTreatment.Release release -> RELEASED;
            case FieldTreatment.Generalise generalise ->
                GENERALISED_TO + generalise.precision().word();
            case FieldTreatment.Withhold withhold -> WITHHELD;
        };
    }

    static Optional<FieldTreatment> read(String words) {
        if (words.equals(RELEASED)) {
            return Optional.of(new FieldTreatment.Release());
        }
        if (words.equals(WITHHELD)) {
            return Optional.of(new FieldTreatment.Withhold());
        }
        return Arrays.stream(Precision.values())
                .filter(precision -> words.equals(GENERALISED_TO + precision.word()))
                .findFirst()
                .map(FieldTreatment.Generalise::new);
    }
}
