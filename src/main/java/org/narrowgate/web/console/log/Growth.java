package org.narrowgate.web.console.log;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.narrowgate.ledger.search.LogTimes;
import org.narrowgate.ledger.search.LogTimes.Erasures;
import org.narrowgate.web.transparency.BarChart;
import org.narrowgate.web.transparency.FigureTable;
import org.narrowgate.web.transparency.FigureTable.Cell;

/** Writes down as charts and tables how the log grew and what was erased. The newest is first. */
final class Growth {
    private static final int DAYS = 30;
    private static final int MONTHS = 13;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

    private Growth() {}

    /** How many entries were written in a span of time. */
    record Span(String label, String longLabel, long count) {}

    /** The last 30 days, today's first. */
    static List<Span> days(LogTimes log, LocalDate today) {
        var days = Stream.iterate(today.minusDays(DAYS - 1), day -> day.plusDays(1))
                .limit(DAYS + 1)
                .toList();
        return spans(log, days, DAY::format, LONG_DAY::format);
    }

    /** The last 13 months, this one first. */
    static List<Span> months(LogTimes log, LocalDate today) {
        var months = Stream.iterate(firstMonth(today).atDay(1), day -> day.plusMonths(1))
                .limit(MONTHS + 1)
                .toList();
        return spans(log, months, MONTH::format, MONTH::format);
    }

    static YearMonth firstMonth(LocalDate today) {
        return YearMonth.from(today).minusMonths(MONTHS - 1);
    }

    private static List<Span> spans(
            LogTimes log,
            List<LocalDate> begins,
            Function<LocalDate, String> label,
            Function<LocalDate, String> longLabel) {
        var counts = log.appendedBetween(begins.stream()
                .map(day -> day.atStartOfDay(Sought.ZONE).toInstant())
                .toList());
        var spans = new ArrayList<Span>();
        for (int i = 0; i < counts.size(); i++) {
            spans.add(new Span(label.apply(begins.get(i)), longLabel.apply(begins.get(i)), counts.get(i)));
        }
        return spans.reversed();
    }

    static BarChart chart(String id, String title, List<Span> spans) {
        return BarChart.of(
                id,
                title,
                "One bar for each, as long as the entries written in it. The table holds the same figures.",
                spans.stream()
                        .map(span -> new BarChart.Line(
                                span.label(),
                                StandingModels.grouped(span.count()),
                                List.of(new BarChart.Part("decided", "Entries", span.count()))))
                        .toList());
    }

    static FigureTable table(String title, List<Span> spans) {
        return new FigureTable(
                title,
                List.of("Entries"),
                spans.stream()
                        .map(span -> new FigureTable.Line(span.longLabel(), "", List.of(cell(span.count()))))
                        .toList());
    }

    /** Months downwards, reasons across. */
    static FigureTable erasures(List<Erasures> erasures) {
        var reasons =
                erasures.stream().map(Erasures::reason).distinct().sorted().toList();
        var byMonth = new TreeMap<YearMonth, Map<String, Long>>();
        erasures.forEach(each ->
                byMonth.computeIfAbsent(each.month(), month -> new TreeMap<>()).put(each.reason(), each.count()));
        return new FigureTable(
                "Entries that say what was erased, by the month they were written and by reason",
                reasons.stream().map(EntryWords::erasure).toList(),
                byMonth.descendingMap().entrySet().stream()
                        .map(month -> new FigureTable.Line(
                                MONTH.format(month.getKey()),
                                "",
                                reasons.stream()
                                        .map(reason -> cell(month.getValue().getOrDefault(reason, 0L)))
                                        .toList()))
                        .toList());
    }

    private static Cell cell(long count) {
        return new Cell(StandingModels.grouped(count), "shown");
    }
}
