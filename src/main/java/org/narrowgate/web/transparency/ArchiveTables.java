package org.narrowgate.web.transparency;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.narrowgate.transparency.ArchivedYear;
import org.narrowgate.transparency.Column;

/** The archived year added up, by month and by column. */
record ArchiveTables(ArchivedYear year) {
    /** What became of an archived request, as far as it was ever published. */
    enum Fate {
        REJECTED("rejected", "Rejected"),
        APPROVED_TRACE("approved-trace", "Approved – Trace"),
        APPROVED_NO_TRACE("approved-no-trace", "Approved – No Trace"),
        UNEXPLAINED("unexplained", "Unexplained");

        private final String word;
        private final String title;

        Fate(String word, String title) {
            this.word = word;
            this.title = title;
        }

        String word() {
            return word;
        }

        String title() {
            return title;
        }

        private long of(ArchivedYear.Column column) {
            return switch (this) {
                case REJECTED -> column.rejected();
                case APPROVED_TRACE -> column.approvedTrace();
                case APPROVED_NO_TRACE -> column.approvedNoTrace();
                case UNEXPLAINED -> column.unexplained();
            };
        }
    }

    static ArchiveTables of(ArchivedYear year) {
        return new ArchiveTables(year);
    }

    List<YearMonth> months() {
        return year.columns().stream()
                .map(ArchivedYear.Column::month)
                .distinct()
                .sorted()
                .toList();
    }

    /** The groups there were requests from, then the total. */
    List<Column> columns() {
        var groups = year.columns().stream().map(ArchivedYear.Column::group).collect(toUnmodifiableSet());
        return Column.all().stream()
                .filter(column -> switch (column) {
                    case Column.Group(var group) -> groups.contains(group);
                    case Column.Total() -> true;
                })
                .toList();
    }

    long count(YearMonth month, Column column, Fate fate) {
        return of(column)
                .filter(each -> each.month().equals(month))
                .mapToLong(fate::of)
                .sum();
    }

    long received(YearMonth month, Column column) {
        return of(column)
                .filter(each -> each.month().equals(month))
                .mapToLong(ArchivedYear.Column::total)
                .sum();
    }

    /** Of the whole year. */
    long count(Column column, Fate fate) {
        return of(column).mapToLong(fate::of).sum();
    }

    /** Of the whole year. */
    long received(Column column) {
        return of(column).mapToLong(ArchivedYear.Column::total).sum();
    }

    private Stream<ArchivedYear.Column> of(Column column) {
        return year.columns().stream().filter(each -> column.holds(each.group()));
    }
}
