package org.narrowgate.web.transparency;

import static org.narrowgate.web.transparency.FigureTable.grouped;

import io.quarkus.qute.TemplateData;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.narrowgate.transparency.ArchivedYear;
import org.narrowgate.transparency.Column;
import org.narrowgate.web.transparency.ArchiveTables.Fate;

/**
 * The archived year as the page shows it, marked synthetic at every turn.
 *
 * @param unaccounted what could not be accounted for, in one sentence
 */
@TemplateData
public record ArchiveView(
        int year,
        String title,
        String published,
        String madeUp,
        String unaccounted,
        BarChart agenciesChart,
        FigureTable agencies,
        BarChart monthsChart,
        FigureTable months) {
    private static final String MARK = " (" + ArchivedYear.MARK + ")";

    static Optional<ArchiveView> of(Optional<ArchivedYear> archive) {
        return archive.map(ArchiveTables::of).map(ArchiveView::of);
    }

    private static ArchiveView of(ArchiveTables tables) {
        var year = tables.year();
        var byAgency = "Requests of " + year.year() + " by agency and outcome" + MARK;
        var byMonth = "Requests of " + year.year() + " by month and outcome" + MARK;
        return new ArchiveView(
                year.year(),
                year.title(),
                year.published(),
                year.madeUp(),
                unaccounted(tables),
                BarChart.of(
                        "archived-agencies",
                        byAgency,
                        description("agency group"),
                        tables.columns().stream()
                                .filter(column -> !column.equals(new Column.Total()))
                                .map(column -> bar(shortTitle(column), fate -> tables.count(column, fate)))
                                .toList()),
                table(
                        byAgency,
                        tables.columns().stream()
                                .map(column -> line(column.title() + MARK, fate -> tables.count(column, fate)))
                                .toList()),
                BarChart.of(
                        "archived-months",
                        byMonth,
                        description("month"),
                        tables.months().stream()
                                .map(month -> bar(MonthView.shortName(month), inAll(tables, month)))
                                .toList()),
                table(
                        byMonth,
                        tables.months().stream()
                                .map(month -> line(MonthView.name(month), inAll(tables, month)))
                                .toList()));
    }

    private static String unaccounted(ArchiveTables tables) {
        var total = new Column.Total();
        var unexplained = tables.count(total, Fate.UNEXPLAINED);
        var received = tables.received(total);
        return "%s of %s requests, %d in a hundred, are in none of the published rows: nobody can say what became of them."
                .formatted(
                        grouped(unexplained),
                        grouped(received),
                        Math.round(100.0 * unexplained / Math.max(1, received)));
    }

    private static String description(String what) {
        return "Synthetic figures. One bar for each " + what
                + ", as long as the requests received, divided by what became"
                + " of them; the last part could not be accounted for. The table beside it holds the same figures.";
    }

    private static ToLongFunction<Fate> inAll(ArchiveTables tables, YearMonth month) {
        return fate -> tables.count(month, new Column.Total(), fate);
    }

    private static BarChart.Line bar(String label, ToLongFunction<Fate> count) {
        var parts = Arrays.stream(Fate.values())
                .map(fate -> new BarChart.Part(fate.word(), fate.title(), count.applyAsLong(fate)))
                .toList();
        return new BarChart.Line(label, grouped(sum(count)), parts);
    }

    private static FigureTable table(String caption, List<FigureTable.Line> lines) {
        var heads = Stream.concat(Arrays.stream(Fate.values()).map(Fate::title), Stream.of("Total received"));
        return new FigureTable(caption, heads.toList(), lines);
    }

    private static FigureTable.Line line(String head, ToLongFunction<Fate> count) {
        var cells = new ArrayList<FigureTable.Cell>();
        for (var fate : Fate.values()) {
            cells.add(FigureTable.cell(OptionalLong.of(count.applyAsLong(fate))));
        }
        cells.add(FigureTable.cell(OptionalLong.of(sum(count))));
        return new FigureTable.Line(head, "", cells);
    }

    private static long sum(ToLongFunction<Fate> count) {
        return Arrays.stream(Fate.values()).mapToLong(count).sum();
    }

    // The chart's labels have room for some ten letters.
    private static String shortTitle(Column column) {
        return column.title().replace("National Crime Agency", "NCA").replaceFirst("^(.{11}).+", "$1…");
    }
}
