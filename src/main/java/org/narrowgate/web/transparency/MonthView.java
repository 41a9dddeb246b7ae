package org.narrowgate.web.transparency;

import static org.narrowgate.web.transparency.FigureTable.cell;
import static org.narrowgate.web.transparency.FigureTable.grouped;
import static org.narrowgate.web.transparency.FigureTable.line;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.transparency.Column;
import org.narrowgate.transparency.DecisionTime;
import org.narrowgate.transparency.PublishedMonth;
import org.narrowgate.transparency.Quantity;
import org.narrowgate.transparency.Row;

/** Writes published months down as tables and charts. */
final class MonthView {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);
    private static final String HIDDEN = "hidden";

    private MonthView() {}

    static String name(YearMonth month) {
        return LONG.format(month);
    }

    static String shortName(YearMonth month) {
        return SHORT.format(month);
    }

    static FigureTable register(PublishedMonth month) {
        var lines = Arrays.stream(Row.values())
                .map(row -> new FigureTable.Line(
                        row.title(),
                        row.word(),
                        Column.all().stream()
                                .map(column -> cell(month.count(new Quantity.Count(row, column))))
                                .toList()));
        var received = new FigureTable.Line(
                "Total received",
                "",
                Column.all().stream()
                        .map(column -> cell(month.count(new Quantity.Received(column))))
                        .toList());
        return new FigureTable(
                "Requests received in " + name(month.month()) + ", by agency group and outcome",
                Column.all().stream().map(Column::title).toList(),
                Stream.concat(lines, Stream.of(received)).toList());
    }

    /** Months downwards, rows across. */
    static FigureTable outcomes(List<PublishedMonth> months, Column column) {
        var heads = Stream.concat(Arrays.stream(Row.values()).map(Row::title), Stream.of("Total received"));
        return new FigureTable(
                "Requests by month of receipt, " + column.title(),
                heads.toList(),
                months.stream().map(month -> outcomes(month, column)).toList());
    }

    private static FigureTable.Line outcomes(PublishedMonth month, Column column) {
        var cells = new ArrayList<FigureTable.Cell>();
        for (var row : Row.values()) {
            cells.add(cell(month.count(new Quantity.Count(row, column))));
        }
        cells.add(cell(month.count(new Quantity.Received(column))));
        return new FigureTable.Line(shortName(month.month()), "", cells);
    }

    static BarChart outcomesChart(List<PublishedMonth> months, Column column) {
        return BarChart.of(
                "outcomes",
                "Requests by month of receipt, " + column.title(),
                "One bar for each closed month, as long as the requests received, divided by what became of them."
                        + " The table beside it holds the same figures.",
                months.stream().map(month -> bar(month, column)).toList());
    }

    private static BarChart.Line bar(PublishedMonth month, Column column) {
        var parts = new ArrayList<BarChart.Part>();
        var shown = 0L;
        for (var row : Row.values()) {
            var count = month.count(new Quantity.Count(row, column)).orElse(0);
            parts.add(new BarChart.Part(row.word(), row.title(), count));
            shown += count;
        }
        var received = month.count(new Quantity.Received(column));
        parts.add(new BarChart.Part(HIDDEN, "Hidden", received.orElse(shown) - shown));
        return new BarChart.Line(shortName(month.month()), value(received), parts);
    }

    static FigureTable times(PublishedMonth month) {
        return new FigureTable(
                "Time to decision, requests received in " + name(month.month()),
                List.of("Requests"),
                Arrays.stream(DecisionTime.values())
                        .map(time -> line(time.title(), "", month.count(new Quantity.Decided(time))))
                        .toList());
    }

    static BarChart timesChart(PublishedMonth month) {
        return BarChart.of(
                "times",
                "Time to decision, requests received in " + name(month.month()),
                "One bar for each span of working days, as long as the requests decided within it. The table beside it"
                        + " holds the same figures.",
                Arrays.stream(DecisionTime.values())
                        .map(time -> bar(time, month.count(new Quantity.Decided(time))))
                        .toList());
    }

    private static BarChart.Line bar(DecisionTime time, OptionalLong count) {
        var label = time == DecisionTime.SAME_DAY ? "same day" : time.word().replace("more-than-", "over ") + " days";
        return new BarChart.Line(
                label, value(count), List.of(new BarChart.Part("decided", time.title(), count.orElse(0))));
    }

    static FigureTable reasons(PublishedMonth month) {
        return new FigureTable(
                "Why requests received in " + name(month.month()) + " were rejected",
                List.of("Requests"),
                Arrays.stream(RefusalReason.values())
                        .map(reason -> line(words(reason), "", month.count(new Quantity.Rejections(reason))))
                        .toList());
    }

    static String words(RefusalReason reason) {
        var words = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String value(OptionalLong count) {
        return count.isPresent() ? grouped(count.getAsLong()) : HIDDEN;
    }
}
