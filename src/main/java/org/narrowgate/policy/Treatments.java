package org.narrowgate.policy;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Treatments as policy documents write them, {@code released}, {@code withheld} or {@code generalised to year}, and
 * which of them a field can have.
 */
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

    /** All that a field can be treated as, the loosest first. */
    public static List<FieldTreatment> of(Field field) {
        var generalised =
                field.precisions().stream().sorted(Comparator.reverseOrder()).map(FieldTreatment.Generalise::new);
        return Stream.of(Stream.of(new FieldTreatment.Release()), generalised, Stream.of(new FieldTreatment.Withhold()))
                .<FieldTreatment>flatMap(treatments -> treatments)
                .toList();
    }

    static Optional<FieldTreatment> read(Field field, String words) {
        return of(field).stream()
                .filter(treatment -> words.equals(write(treatment)))
                .findFirst();
    }

    /** What it would have to be, for somebody who wrote something else. */
    static String expected(Field field) {
        return "one of the treatments of " + field.path() + ": "
                + of(field).stream().map(Treatments::write).collect(joining(", "));
    }
}
