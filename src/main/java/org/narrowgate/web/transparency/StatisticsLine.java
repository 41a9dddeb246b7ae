package org.narrowgate.web.transparency;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.narrowgate.transparency.ArchivedYear;
import org.narrowgate.transparency.Column;
import org.narrowgate.transparency.PublishedMonth;
import org.narrowgate.transparency.Quantity;
import org.narrowgate.transparency.Row;

/**
 * One cell of the register as both files hold it.
 *
 * @param count absent where suppressed
 * @param synthetic absent in figures of what happened
 */
record StatisticsLine(
        String month,
        String agency,
        String row,
        @Nullable Long count,
        boolean suppressed,
        @JsonInclude(Include.NON_NULL) @Nullable Boolean synthetic) {
    private static final String TOTAL = "total";

    StatisticsLine {
        requireNonNull(month);
        requireNonNull(agency);
        requireNonNull(row);
    }

    /** The closed months, oldest first, then the archive. */
    static List<StatisticsLine> of(List<PublishedMonth> months, Optional<ArchivedYear> archive) {
        var lines = new ArrayList<StatisticsLine>();
        for (var month : months) {
            Column.all().forEach(column -> lines.addAll(of(month, column)));
        }
        archive.ifPresent(year -> lines.addAll(of(ArchiveTables.of(year))));
        return lines;
    }

    private static List<StatisticsLine> of(PublishedMonth month, Column column) {
        var lines = new ArrayList<StatisticsLine>();
        for (var row : Row.values()) {
            lines.add(line(month.month(), column, row.word(), month.count(new Quantity.Count(row, column))));
        }
        lines.add(line(month.month(), column, TOTAL, month.count(new Quantity.Received(column))));
        return lines;
    }

    private static StatisticsLine line(YearMonth month, Column column, String row, OptionalLong count) {
        var shown = count.isPresent() ? Long.valueOf(count.getAsLong()) : null;
        return new StatisticsLine(month.toString(), column.title(), row, shown, shown == null, null);
    }

    private static List<StatisticsLine> of(ArchiveTables tables) {
        var lines = new ArrayList<StatisticsLine>();
        for (var month : tables.months()) {
            for (var column : tables.columns()) {
                var agency = column.title() + " (" + ArchivedYear.MARK + ")";
                for (var fate : ArchiveTables.Fate.values()) {
                    lines.add(synthetic(month, agency, fate.word(), tables.count(month, column, fate)));
                }
                lines.add(synthetic(month, agency, TOTAL, tables.received(month, column)));
            }
        }
        return lines;
    }

    private static StatisticsLine synthetic(YearMonth month, String agency, String row, long count) {
        return new StatisticsLine(month.toString(), agency, row, count, false, true);
    }

    /** As a line of the csv file; no value of it ever holds a comma or a quote. */
    String csv() {
        return String.join(
                ",", month, agency, row, count == null ? "" : count.toString(), Boolean.toString(suppressed));
    }
}
