package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.narrowgate.policy.RefusalReason;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * Reads the public page of a month as often as it was published, and works out what it hides: by narrowing bounds from
 * sum to sum, and by linear programming over everything at once. Knows the page alone, and its own arithmetic.
 */
final class Attacker {
    private static final List<String> DECIDED = List.of("rejected", "approved-trace", "approved-no-trace");

    private final Map<String, Long> seen = new HashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final List<Map<String, Integer>> equations = new ArrayList<>();

    /** Least and most a count can be, as far as the attacker can tell. */
    record Bounds(double least, double most) {
        /** Whether they say that it is small, or what it is to within four others. */
        boolean giveAway() {
            return most < 5 || most - least < 4;
        }
    }

    /** Reads one edition. */
    void read(PublishedMonth page) {
        var edition = page.edition().word();
        Column.all()
                .forEach(column -> Arrays.stream(Row.values())
                        .forEach(row ->
                                see(name(edition, row.word(), column.title()), page, new Quantity.Count(row, column))));
        Column.all().forEach(column -> see(name("any", "total", column.title()), page, new Quantity.Received(column)));
        Arrays.stream(RefusalReason.values())
                .forEach(reason -> see(name(edition, "reason", reason.name()), page, new Quantity.Rejections(reason)));
        Arrays.stream(DecisionTime.values())
                .forEach(time -> see(name(edition, "time", time.word()), page, new Quantity.Decided(time)));
        addUp(edition);
    }

    /** Lays one edition beside the other: outcomes only become more, and what is under review only less. */
    void compare() {
        var first = Edition.AS_CLOSED.word();
        var second = Edition.SETTLED.word();
        Stream.concat(seen.keySet().stream(), unknown.stream())
                .filter(name -> name.startsWith(first))
                .toList()
                .forEach(name -> {
                    var later = second + name.substring(first.length());
                    var shrinks = name.startsWith(name(first, "under-review", ""));
                    var change = "change" + name.substring(first.length());
                    unknown.add(change);
                    equations.add(Map.of(shrinks ? later : name, 1, change, 1, shrinks ? name : later, -1));
                });
    }

    static String name(String edition, String row, String column) {
        return edition + "|" + row + "|" + column;
    }

    /** What narrowing comes to. */
    Map<String, Bounds> narrowed() {
        var bounds = new HashMap<String, Bounds>();
        unknown.forEach(name -> bounds.put(name, new Bounds(0, 1e9)));
        seen.forEach((name, value) -> bounds.put(name, new Bounds(value, value)));
        for (var again = true; again; ) {
            again = false;
            for (var equation : equations) {
                again |= narrow(equation, bounds);
            }
        }
        return bounds;
    }

    /** Least and most of one count over every table that agrees with all pages. */
    Bounds solved(String name) {
        return new Bounds(extreme(name, 1), -extreme(name, -1));
    }

    private double extreme(String name, int sign) {
        var model = new ExpressionsBasedModel();
        var variables = new LinkedHashMap<String, Variable>();
        unknown.forEach(each -> variables.put(
                each, model.newVariable(each).lower(0).upper(100_000).weight(each.equals(name) ? sign : 0)));
        equations.forEach(equation -> {
            var known = 0L;
            var expression = model.newExpression("e" + model.countExpressions());
            for (var term : equation.entrySet()) {
                var variable = variables.get(term.getKey());
                if (variable == null) {
                    known += term.getValue() * seen.getOrDefault(term.getKey(), 0L);
                } else {
                    expression.set(variable, term.getValue());
                }
            }
            expression.level(-known);
        });
        var result = model.minimise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("the pages contradict each other: " + result.getState());
        }
        return sign * requireNonNull(variables.get(name)).getValue().doubleValue();
    }

    private static boolean narrow(Map<String, Integer> equation, Map<String, Bounds> bounds) {
        var narrowed = false;
        for (var term : equation.entrySet()) {
            var least = 0.0;
            var most = 0.0;
            for (var other : equation.entrySet()) {
                if (!other.getKey().equals(term.getKey())) {
                    var known = requireNonNull(bounds.get(other.getKey()));
                    var one = -other.getValue() * known.least() / term.getValue();
                    var two = -other.getValue() * known.most() / term.getValue();
                    least += Math.min(one, two);
                    most += Math.max(one, two);
                }
            }
            var before = requireNonNull(bounds.get(term.getKey()));
            var after = new Bounds(Math.max(before.least(), least), Math.min(before.most(), most));
            bounds.put(term.getKey(), after);
            narrowed |= after.least() > before.least() || after.most() < before.most();
        }
        return narrowed;
    }

    private void see(String name, PublishedMonth page, Quantity quantity) {
        var count = page.count(quantity);
        if (count.isPresent()) {
            seen.put(name, count.getAsLong());
            unknown.remove(name);
        } else if (!seen.containsKey(name)) {
            unknown.add(name);
        }
    }

    private void addUp(String edition) {
        var groups = Column.groups().stream().map(Column::title).toList();
        var rows = Arrays.stream(Row.values()).map(Row::word).toList();
        rows.forEach(row ->
                add(Map.of(name(edition, row, "Total"), -1), groups.stream().map(group -> name(edition, row, group))));
        Stream.concat(groups.stream(), Stream.of("Total"))
                .forEach(column -> add(
                        Map.of(name("any", "total", column), -1),
                        rows.stream().map(row -> name(edition, row, column))));
        add(Map.of(name("any", "total", "Total"), -1), groups.stream().map(group -> name("any", "total", group)));
        add(
                Map.of(name(edition, "rejected", "Total"), -1),
                Arrays.stream(RefusalReason.values()).map(reason -> name(edition, "reason", reason.name())));
        add(
                DECIDED.stream().collect(Collectors.toMap(row -> name(edition, row, "Total"), row -> -1)),
                Arrays.stream(DecisionTime.values()).map(time -> name(edition, "time", time.word())));
    }

    private void add(Map<String, Integer> wholes, Stream<String> parts) {
        var equation = new LinkedHashMap<>(wholes);
        parts.forEach(part -> equation.put(part, 1));
        equations.add(equation);
    }
}
