package org.narrowgate.transparency;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.transparency.LinkedTables.Cell;
import org.narrowgate.transparency.LinkedTables.Standing;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/** Looks for tables that agree with everything shown, differ in one count, and cost least to keep possible. */
final class OtherTable<K> {
    // Differing in what is hidden anyway costs next to nothing, but not nothing: no more shall differ than has to.
    private static final double HIDDEN_COST = 0.001;

    private final LinkedTables<K> tables;
    private final Set<K> hidden;

    OtherTable(LinkedTables<K> tables, Set<K> hidden) {
        this.tables = tables;
        this.hidden = hidden;
    }

    /**
     * The differences from the truth, in whole numbers, without those that are none; empty where there is no such
     * table.
     *
     * @param by the least difference of this count: up where positive, down where negative
     */
    Optional<Map<K, Long>> differing(K key, int by) {
        var model = new ExpressionsBasedModel();
        var shifts = new LinkedHashMap<K, Shift>();
        tables.cells().forEach((each, cell) -> {
            if (cell.standing() != Standing.SHOWN) {
                shifts.put(each, shift(model, each, cell));
            }
        });
        var asked = shifts.get(key);
        if (asked == null) {
            return Optional.empty();
        }
        tables.equations().forEach(terms -> constrain(model, terms, shifts));
        (by > 0 ? asked.up() : asked.down()).lower(Math.abs(by));
        (by > 0 ? asked.down() : asked.up()).upper(0);
        var result = model.minimise();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        return Optional.of(rounded(shifts)).filter(differences -> agrees(differences, key, by));
    }

    private record Shift(Variable up, Variable down) {}

    private Shift shift(ExpressionsBasedModel model, K key, Cell cell) {
        var cost = hidden.contains(key) ? HIDDEN_COST : cell.cost();
        var up = model.newVariable("up" + model.countVariables()).lower(0).weight(cost);
        var down = model.newVariable("down" + model.countVariables())
                .lower(0)
                .upper(cell.value())
                .weight(cost);
        return new Shift(up, down);
    }

    private void constrain(ExpressionsBasedModel model, Map<K, Integer> terms, Map<K, Shift> shifts) {
        Expression equation =
                model.newExpression("sum" + model.countExpressions()).level(0);
        terms.forEach((key, coefficient) -> {
            var shift = shifts.get(key);
            if (shift != null) {
                equation.set(shift.up(), coefficient).set(shift.down(), -coefficient);
            }
        });
    }

    private static <K> Map<K, Long> rounded(Map<K, Shift> shifts) {
        var differences = new HashMap<K, Long>();
        shifts.forEach((key, shift) -> {
            var difference = Math.round(shift.up().getValue().doubleValue())
                    - Math.round(shift.down().getValue().doubleValue());
            if (difference != 0) {
                differences.put(key, difference);
            }
        });
        return differences;
    }

    // INVARIANT: what protects a count is checked here, whatever the solver says of itself.
    private boolean agrees(Map<K, Long> differences, K key, int by) {
        var asked = differences.getOrDefault(key, 0L);
        return (by > 0 ? asked >= by : asked <= by)
                && differences.entrySet().stream()
                        .allMatch(each -> tables.cell(each.getKey()).value() + each.getValue() >= 0)
                && tables.equations().stream()
                        .allMatch(terms -> LinkedTables.sum(terms, each -> differences.getOrDefault(each, 0L)) == 0);
    }
}
