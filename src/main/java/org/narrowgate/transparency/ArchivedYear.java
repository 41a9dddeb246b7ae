package org.narrowgate.transparency;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import org.narrowgate.policy.AgencyGroup;

/**
 * A year before the log: made up month by month to the totals that were published of it. Nobody is in it, so nothing
 * of it is suppressed; it is never added to live figures.
 *
 * @param title names the year and what was asked; the word synthetic is added wherever it shows
 * @param published what of the figures is published fact, and by whom
 * @param madeUp what of them is not: the sentence that stands beside every figure
 * @param columns one for each month and agency group that had requests, ordered by month and group
 */
public record ArchivedYear(int year, String title, String published, String madeUp, List<Column> columns) {
    /** Added to whatever shows a figure of the archive. */
    public static final String MARK = "synthetic";

    public ArchivedYear {
        requireNonNull(title);
        requireNonNull(published);
        requireNonNull(madeUp);
        columns = columns.stream()
                .sorted(comparing(Column::month).thenComparing(Column::group))
                .toList();
        var seen = new HashSet<List<Object>>();
        for (var column : columns) {
            if (column.month().getYear() != year || !seen.add(List.of(column.month(), column.group()))) {
                throw new IllegalArgumentException("a column is of another year, or there twice");
            }
        }
    }

    /**
     * What became of the requests of one agency group in one month.
     *
     * @param unexplained received, and in none of the published rows
     */
    public record Column(
            YearMonth month,
            AgencyGroup group,
            long rejected,
            long approvedTrace,
            long approvedNoTrace,
            long unexplained) {
        public Column {
            requireNonNull(month);
            requireNonNull(group);
            if (rejected < 0 || approvedTrace < 0 || approvedNoTrace < 0 || unexplained < 0) {
                throw new IllegalArgumentException("a count is not negative");
            }
        }

        /** Requests received. */
        public long total() {
            return rejected + approvedTrace + approvedNoTrace + unexplained;
        }
    }
}
