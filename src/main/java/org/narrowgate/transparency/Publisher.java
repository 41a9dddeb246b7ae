package org.narrowgate.transparency;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.narrowgate.transparency.MonthTables.Known;
import org.narrowgate.transparency.Publication.Reconciliation;

/**
 * Makes what is published of a register: the same from the same log, whenever and wherever it is made. It remembers
 * editions, which never change. Not safe for several threads.
 */
final class Publisher {
    private static final double WORTH_RESTATING = 0.9;

    private final Map<Struck, PublishedMonth> editions = new HashMap<>();

    private record Struck(YearMonth month, Edition edition) {}

    Publication publication(Register register, Instant now) {
        var latest = ClosedMonths.latest(now);
        var months = new ArrayList<PublishedMonth>();
        var first = register.firstMonth().orElse(latest.plusMonths(1));
        for (var month = first; !month.isAfter(latest); month = month.plusMonths(1)) {
            months.add(published(register, month, latest));
        }
        return new Publication(
                months,
                ClosedMonths.nextPublication(now),
                register.discrepanciesFound() == 0 ? Reconciliation.ADDS_UP : Reconciliation.DOES_NOT_ADD_UP);
    }

    private PublishedMonth published(Register register, YearMonth month, YearMonth latest) {
        var asClosed =
                editions.computeIfAbsent(new Struck(month, Edition.AS_CLOSED), struck -> asClosed(register, month));
        if (struck(month, Edition.SETTLED).isAfter(latest)) {
            return asClosed;
        }
        return editions.computeIfAbsent(new Struck(month, Edition.SETTLED), struck -> settled(register, asClosed));
    }

    private static PublishedMonth asClosed(Register register, YearMonth month) {
        var figures = register.figuresAtEndOf(month, struck(month, Edition.AS_CLOSED));
        // Where nothing protects a small count, nothing of the month is shown.
        var hidden = Suppression.of(MonthTables.asClosed(figures, register.draw(month)))
                .map(keys -> hidden(keys, Edition.AS_CLOSED))
                .orElseGet(() -> Set.copyOf(MonthTables.quantities()));
        return new PublishedMonth(
                month,
                Edition.AS_CLOSED,
                struck(month, Edition.AS_CLOSED),
                shown(figures, MonthTables.quantities().stream().filter(quantity -> !hidden.contains(quantity))),
                atLeastFive(register.wrongPersonReports(month, new Column.Total())));
    }

    // The first edition stays where the second could not be shown, or only with much more of it hidden: little was then
    // decided meanwhile, and to hide how little would cost what the first has shown.
    private static PublishedMonth settled(Register register, PublishedMonth asClosed) {
        var month = asClosed.month();
        var before = register.figuresAtEndOf(month, struck(month, Edition.AS_CLOSED));
        var now = register.figuresAtEndOf(month, struck(month, Edition.SETTLED));
        if (now.equals(before)) {
            return settled(asClosed, asClosed.shown());
        }
        var hiddenBefore = MonthTables.quantities().stream()
                .filter(quantity -> asClosed.count(quantity).isEmpty())
                .collect(toUnmodifiableSet());
        return Suppression.of(MonthTables.settled(before, hiddenBefore, now, register.draw(month)))
                .map(keys -> shown(now, toShow(asClosed, hidden(keys, Edition.SETTLED))))
                .filter(shown -> worth(shown) >= WORTH_RESTATING * worth(asClosed.shown()))
                .map(shown -> settled(asClosed, shown))
                .orElse(asClosed);
    }

    private static long worth(Map<Quantity, Long> shown) {
        return shown.keySet().stream().mapToLong(MonthTables::cost).sum();
    }

    private static Stream<Quantity> toShow(PublishedMonth asClosed, Set<Quantity> hidden) {
        return MonthTables.quantities().stream()
                .filter(quantity -> quantity instanceof Quantity.Received
                        ? asClosed.count(quantity).isPresent()
                        : !hidden.contains(quantity));
    }

    private static PublishedMonth settled(PublishedMonth asClosed, Map<Quantity, Long> shown) {
        return new PublishedMonth(
                asClosed.month(),
                Edition.SETTLED,
                struck(asClosed.month(), Edition.SETTLED),
                shown,
                asClosed.wrongPersonReports());
    }

    private static YearMonth struck(YearMonth month, Edition edition) {
        return month.plusMonths(edition.monthsLater());
    }

    private static Set<Quantity> hidden(Set<Known> keys, Edition edition) {
        return keys.stream()
                .flatMap(known -> switch (known) {
                    case Known.Published(var of, var quantity) ->
                        of == edition ? Stream.of(quantity) : Stream.<Quantity>empty();
                    case Known.Change change -> Stream.<Quantity>empty();
                })
                .collect(toUnmodifiableSet());
    }

    private static Map<Quantity, Long> shown(Figures figures, Stream<Quantity> quantities) {
        var shown = new HashMap<Quantity, Long>();
        quantities.forEach(quantity -> shown.put(quantity, MonthTables.value(quantity, figures)));
        return shown;
    }

    private static OptionalLong atLeastFive(long count) {
        return count < Suppression.THRESHOLD ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
