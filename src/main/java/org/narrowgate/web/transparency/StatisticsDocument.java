package org.narrowgate.web.transparency;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.transparency.ArchivedYear;
import org.narrowgate.transparency.DecisionTime;
import org.narrowgate.transparency.Publication;
import org.narrowgate.transparency.Publication.Reconciliation;
import org.narrowgate.transparency.PublishedMonth;
import org.narrowgate.transparency.Quantity;

/**
 * What statistics.json holds: the cells of statistics.csv, and what else is published of each month.
 *
 * @param archive absent where none has been loaded
 */
record StatisticsDocument(
        List<StatisticsLine> cells,
        List<Month> months,
        @Nullable Archived archive,
        LocalDate nextPublication,
        boolean addsUp,
        List<String> notes) {

    StatisticsDocument {
        cells = List.copyOf(cells);
        months = List.copyOf(months);
        notes = List.copyOf(notes);
    }

    record Month(
            String month,
            String edition,
            LocalDate asOf,
            List<Named> rejections,
            List<Named> timeToDecision,
            Shown wrongPersonReports) {
        Month {
            rejections = List.copyOf(rejections);
            timeToDecision = List.copyOf(timeToDecision);
        }
    }

    record Named(String name, @Nullable Long count, boolean suppressed) {}

    record Shown(@Nullable Long count, boolean suppressed) {}

    record Archived(int year, boolean synthetic, String title, String published, String madeUp) {}

    static StatisticsDocument of(Publication publication, Optional<ArchivedYear> archive) {
        return new StatisticsDocument(
                StatisticsLine.of(publication.months(), archive),
                publication.months().stream().map(StatisticsDocument::month).toList(),
                archive.map(year -> new Archived(year.year(), true, year.title(), year.published(), year.madeUp()))
                        .orElse(null),
                publication.next(),
                publication.addsUp() == Reconciliation.ADDS_UP,
                Notes.ALL);
    }

    private static Month month(PublishedMonth month) {
        return new Month(
                month.month().toString(),
                month.edition().word(),
                month.struck().atEndOfMonth(),
                Arrays.stream(RefusalReason.values())
                        .map(reason -> named(
                                reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                month.count(new Quantity.Rejections(reason))))
                        .toList(),
                Arrays.stream(DecisionTime.values())
                        .map(time -> named(time.word(), month.count(new Quantity.Decided(time))))
                        .toList(),
                new Shown(
                        number(month.wrongPersonReports()),
                        month.wrongPersonReports().isEmpty()));
    }

    private static Named named(String name, OptionalLong count) {
        return new Named(name, number(count), count.isEmpty());
    }

    private static @Nullable Long number(OptionalLong count) {
        return count.isPresent() ? Long.valueOf(count.getAsLong()) : null;
    }
}
