package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.transparency.LinkedTables.Cell;
import org.narrowgate.transparency.LinkedTables.Standing;

/** Writes down the tables of one month, with every sum that ties them together, within an edition and between two. */
final class MonthTables {
    private static final List<Quantity> RESTATED = Stream.of(
                    Arrays.stream(Row.values())
                            .flatMap(row -> Column.all().stream().map(column -> new Quantity.Count(row, column))),
                    Arrays.stream(RefusalReason.values()).map(Quantity.Rejections::new),
                    Arrays.stream(DecisionTime.values()).map(Quantity.Decided::new))
            .<Quantity>flatMap(quantities -> quantities)
            .toList();
    private static final List<Quantity> RECEIVED =
            Column.all().stream().<Quantity>map(Quantity.Received::new).toList();

    private final LinkedTables<Known> tables = new LinkedTables<>();

    private final Draw draw;

    private MonthTables(Draw draw) {
        this.draw = draw;
    }

    /** What an attacker can write down. */
    sealed interface Known {
        /** A number of one edition. */
        record Published(Edition edition, Quantity quantity) implements Known {
            public Published {
                requireNonNull(edition);
                requireNonNull(quantity);
            }
        }

        /** By how much it changed between the editions: a count of requests decided meanwhile, and never negative. */
        record Change(Quantity quantity) implements Known {
            public Change {
                requireNonNull(quantity);
            }
        }
    }

    /** The month as it closed: everything is still open. */
    static LinkedTables<Known> asClosed(Figures figures, Draw draw) {
        var month = new MonthTables(draw);
        RECEIVED.forEach(quantity -> month.put(Edition.AS_CLOSED, quantity, figures, Standing.OPEN));
        RESTATED.forEach(quantity -> month.put(Edition.AS_CLOSED, quantity, figures, Standing.OPEN));
        month.sums(Edition.AS_CLOSED);
        return month.tables;
    }

    /**
     * The month once more, when its first edition lies before everybody.
     *
     * @param hiddenBefore in the first edition
     */
    static LinkedTables<Known> settled(Figures first, Set<Quantity> hiddenBefore, Figures second, Draw draw) {
        var month = new MonthTables(draw);
        Stream.concat(RECEIVED.stream(), RESTATED.stream())
                .forEach(quantity -> month.put(
                        Edition.AS_CLOSED,
                        quantity,
                        first,
                        hiddenBefore.contains(quantity) ? Standing.HIDDEN : Standing.SHOWN));
        RESTATED.forEach(quantity -> month.put(Edition.SETTLED, quantity, second, Standing.OPEN));
        month.sums(Edition.AS_CLOSED);
        month.sums(Edition.SETTLED);
        RESTATED.forEach(quantity -> month.change(quantity, first, second));
        return month.tables;
    }

    /** The value of a quantity. */
    static long value(Quantity quantity, Figures figures) {
        return switch (quantity) {
            case Quantity.Count(var row, var column) -> figures.count(row, column);
            case Quantity.Received(var column) -> figures.received(column);
            case Quantity.Rejections(var reason) -> figures.rejections(reason);
            case Quantity.Decided(var time) -> figures.decided(time);
        };
    }

    static List<Quantity> quantities() {
        return Stream.concat(RECEIVED.stream(), RESTATED.stream()).toList();
    }

    private void put(Edition edition, Quantity quantity, Figures figures, Standing standing) {
        var key = new Known.Published(edition, quantity);
        var cost = cost(quantity) * draw.factor(key.toString());
        tables.put(key, new Cell(value(quantity, figures), standing, cost));
    }

    // What says most to most readers is hidden last: the total of all, the groups' totals, the rows' totals.
    static int cost(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Received(Column.Total()) -> 64;
            case Quantity.Received(Column.Group group) -> 16;
            case Quantity.Count(var row, Column.Total()) -> 16;
            case Quantity.Count(var row, Column.Group group) -> 4;
            case Quantity.Rejections rejections -> 2;
            case Quantity.Decided decided -> 2;
        };
    }

    private void sums(Edition edition) {
        for (var column : Column.all()) {
            tables.sum(received(column), counts(edition, List.of(Row.values()), List.of(column)));
        }
        for (var row : Row.values()) {
            tables.sum(
                    new Known.Published(edition, new Quantity.Count(row, new Column.Total())),
                    counts(edition, List.of(row), Column.groups()));
        }
        tables.sum(
                new Known.Published(edition, new Quantity.Count(Row.REJECTED, new Column.Total())),
                Arrays.stream(RefusalReason.values())
                        .map(reason -> new Known.Published(edition, new Quantity.Rejections(reason)))
                        .toList());
        times(edition);
    }

    private void times(Edition edition) {
        var terms = new LinkedHashMap<Known, Integer>();
        for (var row : List.of(Row.REJECTED, Row.APPROVED_TRACE, Row.APPROVED_NO_TRACE)) {
            terms.put(new Known.Published(edition, new Quantity.Count(row, new Column.Total())), -1);
        }
        for (var time : DecisionTime.values()) {
            terms.put(new Known.Published(edition, new Quantity.Decided(time)), 1);
        }
        tables.equation(terms);
    }

    private void change(Quantity quantity, Figures first, Figures second) {
        var key = new Known.Change(quantity);
        var shrinks = quantity instanceof Quantity.Count(var row, var column) && row == Row.UNDER_REVIEW;
        var less = new Known.Published(shrinks ? Edition.SETTLED : Edition.AS_CLOSED, quantity);
        var more = new Known.Published(shrinks ? Edition.AS_CLOSED : Edition.SETTLED, quantity);
        var value = Math.abs(value(quantity, second) - value(quantity, first));
        tables.put(key, new Cell(value, Standing.HIDDEN, 0));
        var terms = new LinkedHashMap<Known, Integer>();
        terms.put(more, -1);
        terms.put(less, 1);
        terms.put(key, 1);
        tables.equation(terms);
    }

    // Who asked in a month is known when it has closed, and stays so in every edition.
    private static Known received(Column column) {
        return new Known.Published(Edition.AS_CLOSED, new Quantity.Received(column));
    }

    private static List<Known> counts(Edition edition, List<Row> rows, List<Column> columns) {
        return rows.stream()
                .flatMap(row -> columns.stream()
                        .<Known>map(column -> new Known.Published(edition, new Quantity.Count(row, column))))
                .toList();
    }
}
