package org.narrowgate.web.console.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.narrowgate.policy.Classification;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.web.console.cases.CaseWords;
import org.narrowgate.web.console.policy.MatrixModel.Cell;
import org.narrowgate.web.console.policy.MatrixModel.Column;
import org.narrowgate.web.console.policy.MatrixModel.Group;
import org.narrowgate.web.console.policy.MatrixModel.Row;

/**
 * Lays a policy's treatments out, purposes by fields.
 *
 * @param before what changes are told against, if anything
 * @param address where one purpose is shown is this and its id
 */
record MatrixModels(Policy policy, Optional<Policy> before, String address) {
    private static final int DEEPEST = 5;

    MatrixModel matrix() {
        var groups = Arrays.stream(Classification.values())
                .map(classification ->
                        new Group(PolicyWords.group(classification), Math.toIntExact(fieldsOf(classification))))
                .toList();
        var columns = Arrays.stream(Field.values())
                .map(field -> new Column(field.path(), PolicyWords.shortName(field)))
                .toList();
        var rows = new ArrayList<Row>();
        roots().forEach(purpose -> add(purpose, 0, rows));
        return new MatrixModel(groups, columns, rows);
    }

    private static long fieldsOf(Classification classification) {
        return Arrays.stream(Field.values())
                .filter(field -> field.classification() == classification)
                .count();
    }

    private List<Purpose> roots() {
        return policy.document().purposes().stream()
                .filter(purpose -> purpose.parent().isEmpty())
                .toList();
    }

    private void add(Purpose purpose, int depth, List<Row> rows) {
        rows.add(new Row(
                purpose.id().value(),
                purpose.title(),
                purpose.parent().map(this::title).orElse(""),
                Math.min(depth, DEEPEST),
                address + purpose.id().value(),
                Arrays.stream(Field.values()).map(field -> cell(purpose, field)).toList()));
        policy.document().purposes().stream()
                .filter(child -> child.parent().equals(Optional.of(purpose.id())))
                .forEach(child -> add(child, depth + 1, rows));
    }

    private Cell cell(Purpose purpose, Field field) {
        var treatment = treatment(policy, purpose.id(), field);
        var own = purpose.treatments().getOrDefault(field, new FieldTreatment.Withhold());
        var was = before.map(earlier -> treatment(earlier, purpose.id(), field))
                .filter(earlier -> !earlier.equals(treatment))
                .map(MatrixModels::words)
                .orElse("");
        var look = Treated.of(treatment);
        return new Cell(
                field.path(),
                CaseWords.field(field),
                look.style(),
                look.mark(),
                words(treatment),
                own.equals(treatment) ? "" : purpose.parent().map(this::title).orElse(""),
                was);
    }

    /** A purpose that was not there before saw nothing. */
    private static FieldTreatment treatment(Policy policy, PurposeId purpose, Field field) {
        return policy.treatments(purpose).getOrDefault(field, new FieldTreatment.Withhold());
    }

    private String title(PurposeId purpose) {
        return policy.purpose(purpose).map(Purpose::title).orElse(purpose.value());
    }

    private static String words(FieldTreatment treatment) {
        return switch (treatment) {
            case FieldTreatment.Release release -> "released";
            case FieldTreatment.Generalise(var precision) -> precision.word();
            case FieldTreatment.Withhold withhold -> "withheld";
        };
    }
}
