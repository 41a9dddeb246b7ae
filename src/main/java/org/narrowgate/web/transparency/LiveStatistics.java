package org.narrowgate.web.transparency;

import static org.narrowgate.web.transparency.FigureTable.cell;
import static org.narrowgate.web.transparency.FigureTable.line;

import io.quarkus.qute.TemplateData;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.transparency.Column;
import org.narrowgate.transparency.DecisionTime;
import org.narrowgate.transparency.Figures;
import org.narrowgate.transparency.Register;
import org.narrowgate.transparency.Row;

/**
 * The register of one month as staff see it: live, and with no count hidden.
 *
 * @param discrepancies a sentence for each entry of the log that could not be counted, of the first hundred
 */
@TemplateData
public record LiveStatistics(
        String monthName,
        long entries,
        FigureTable register,
        FigureTable times,
        FigureTable reasons,
        long discrepanciesFound,
        List<String> discrepancies) {
    public LiveStatistics {
        discrepancies = List.copyOf(discrepancies);
    }

    /** Whether a reader may see which approvals found somebody. */
    public enum Approvals {
        APART,
        /** For who approves: the row that moved would tell what came of it. */
        TOGETHER
    }

    public static LiveStatistics of(Register register, YearMonth month, Approvals approvals) {
        var figures = register.figures(month);
        var received = "received in " + MonthView.name(month);
        return new LiveStatistics(
                MonthView.name(month),
                register.entries(),
                new FigureTable(
                        "Requests " + received + ", by agency group and outcome",
                        Column.all().stream().map(Column::title).toList(),
                        lines(register, figures, approvals)),
                new FigureTable(
                        "Time to decision, requests " + received,
                        List.of("Requests"),
                        Arrays.stream(DecisionTime.values())
                                .map(time -> line(time.title(), "", OptionalLong.of(figures.decided(time))))
                                .toList()),
                new FigureTable(
                        "Why requests " + received + " were rejected",
                        List.of("Requests"),
                        Arrays.stream(RefusalReason.values())
                                .map(reason ->
                                        line(MonthView.words(reason), "", OptionalLong.of(figures.rejections(reason))))
                                .toList()),
                register.discrepanciesFound(),
                register.discrepancies().stream()
                        .map(each ->
                                "Entry " + each.index() + ": " + each.cause().words() + ".")
                        .toList());
    }

    private static List<FigureTable.Line> lines(Register register, Figures figures, Approvals approvals) {
        return Stream.concat(
                        rows(figures, approvals),
                        Stream.of(
                                across("Total received", "", figures::received),
                                across(
                                        "Wrong-person reports made",
                                        "",
                                        column -> register.wrongPersonReports(figures.month(), column))))
                .toList();
    }

    private static Stream<FigureTable.Line> rows(Figures figures, Approvals approvals) {
        return switch (approvals) {
            case APART -> Arrays.stream(Row.values()).map(row -> row(row, figures));
            case TOGETHER ->
                Stream.of(
                        row(Row.REJECTED, figures),
                        across(
                                "Approved",
                                "",
                                column -> figures.count(Row.APPROVED_TRACE, column)
                                        + figures.count(Row.APPROVED_NO_TRACE, column)),
                        row(Row.UNDER_REVIEW, figures),
                        row(Row.WITHDRAWN, figures));
        };
    }

    private static FigureTable.Line row(Row row, Figures figures) {
        return across(row.title(), row.word(), column -> figures.count(row, column));
    }

    private static FigureTable.Line across(String head, String kind, ToLongFunction<Column> count) {
        return new FigureTable.Line(
                head,
                kind,
                Column.all().stream()
                        .map(column -> cell(OptionalLong.of(count.applyAsLong(column))))
                        .toList());
    }
}
