package org.narrowgate.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.narrowgate.transparency.Attacker.Bounds;

/** Tries to work out what the public pages hide. */
class SuppressionTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T09:00:00Z");
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final Instant FEBRUARY = Instant.parse("2026-02-02T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-02T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "3, 12", "4, 12", "5, 40", "6, 40", "7, 150", "8, 150"})
    void nobodyWorksOutASmallCountFromThePagesOfAMonth(long seed, double aDay) {
        // Given
        var register = register(seed, aDay);
        var pages = pages(register);
        // When
        var attacker = attackerOf(pages);
        var narrowed = attacker.narrowed();
        // Then
        var small =
                small(register).keySet().stream().filter(narrowed::containsKey).toList();
        assertThat(small).isNotEmpty();
        assertThat(small.stream().map(narrowed::get)).noneMatch(Bounds::giveAway);
        assertThat(small.stream().map(attacker::solved)).noneMatch(Bounds::giveAway);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "3, 12", "4, 12", "5, 40", "6, 40", "7, 150", "8, 150"})
    void hidingSmallCountsAloneWouldGiveThemAway(long seed, double aDay) {
        // Given
        var register = register(seed, aDay);
        // When
        var attacker = attackerOf(
                List.of(smallAloneHidden(register, Edition.AS_CLOSED), smallAloneHidden(register, Edition.SETTLED)));
        // Then
        var narrowed = attacker.narrowed();
        assertThat(small(register).keySet().stream().map(narrowed::get)).anyMatch(Bounds::giveAway);
    }

    @Test
    void hidingTheSecondEditionByItselfWouldGiveSmallChangesAway() {
        // Given
        var worked = 0L;
        for (var seed = 1; seed <= 8; seed++) {
            var register = register(seed, 12);
            var first = pages(register).getFirst();
            var second = figures(register, Edition.SETTLED);
            var byItself = Suppression.of(MonthTables.asClosed(second, register.draw(JANUARY)))
                    .orElseThrow();
            var page = page(
                    Edition.SETTLED,
                    second,
                    quantity -> !byItself.contains(new MonthTables.Known.Published(Edition.AS_CLOSED, quantity)));
            // When
            var narrowed = attackerOf(List.of(first, page)).narrowed();
            // Then
            worked += small(register).keySet().stream()
                    .map(narrowed::get)
                    .filter(Bounds::giveAway)
                    .count();
        }
        assertThat(worked).isPositive();
    }

    @Test
    void mostMonthsAreStatedASecondTime() {
        assertThat(IntStream.rangeClosed(1, 20)
                        .mapToObj(seed -> pages(register(seed, 25)).getLast().edition())
                        .filter(edition -> edition == Edition.SETTLED))
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void everyOtherReplicaPublishesTheSame() {
        // Given
        var register = register(9, 40);
        // When
        var pages = IntStream.range(0, 3).mapToObj(replica -> pages(register)).distinct();
        // Then
        assertThat(pages).hasSize(1);
    }

    @Test
    void showsEverythingWhereNothingIsSmall() {
        // Given
        var tables = new LinkedTables<String>();
        tables.put("a", open(7));
        tables.put("b", open(0));
        tables.put("c", open(12));
        tables.put("sum", open(19));
        tables.sum("sum", List.of("a", "b", "c"));
        // Then
        assertThat(Suppression.of(tables).orElseThrow()).isEmpty();
    }

    @Test
    void hidesAPartnerSoThatASumGivesNothingAway() {
        // Given
        var tables = new LinkedTables<String>();
        tables.put("a", open(3));
        tables.put("b", open(40));
        tables.put("c", open(9));
        tables.put("sum", new LinkedTables.Cell(52, LinkedTables.Standing.OPEN, 20));
        tables.sum("sum", List.of("a", "b", "c"));
        // Then
        assertThat(Suppression.of(tables).orElseThrow())
                .hasSize(2)
                .contains("a")
                .doesNotContain("sum");
    }

    @Test
    void showsNothingWhereASmallCountIsGivenAwayAlready() {
        // Given
        var tables = new LinkedTables<String>();
        tables.put("a", open(3));
        tables.put("b", new LinkedTables.Cell(40, LinkedTables.Standing.SHOWN, 1));
        tables.put("sum", new LinkedTables.Cell(43, LinkedTables.Standing.SHOWN, 1));
        tables.sum("sum", List.of("a", "b"));
        // Then
        assertThat(Suppression.of(tables)).isEmpty();
    }

    private static LinkedTables.Cell open(long value) {
        return new LinkedTables.Cell(value, LinkedTables.Standing.OPEN, 1);
    }

    private static Register register(long seed, double aDay) {
        var history = new History(seed, NEW_YEAR);
        while (history.now().isBefore(APRIL)) {
            history.goOn(1, aDay);
        }
        return TestFold.of(history);
    }

    private static List<PublishedMonth> pages(Register register) {
        var publisher = new Publisher();
        return List.of(
                publisher.publication(register, FEBRUARY).months().getFirst(),
                publisher.publication(register, APRIL).months().getFirst());
    }

    private static Attacker attackerOf(List<PublishedMonth> pages) {
        var attacker = new Attacker();
        pages.forEach(attacker::read);
        if (pages.getLast().edition() == Edition.SETTLED) {
            attacker.compare();
        }
        return attacker;
    }

    private static Figures figures(Register register, Edition edition) {
        return register.figuresAtEndOf(JANUARY, JANUARY.plusMonths(edition.monthsLater()));
    }

    /** Every count of 1 to 4 there is to work out, by the attacker's name for it. */
    private static Map<String, Long> small(Register register) {
        var counts = new HashMap<String, Long>();
        for (var edition : Edition.values()) {
            MonthTables.quantities()
                    .forEach(quantity -> counts.put(
                            name(edition.word(), quantity), MonthTables.value(quantity, figures(register, edition))));
        }
        MonthTables.quantities().stream()
                .filter(quantity -> !(quantity instanceof Quantity.Received))
                .forEach(quantity -> counts.put(
                        name("change", quantity),
                        Math.abs(MonthTables.value(quantity, figures(register, Edition.SETTLED))
                                - MonthTables.value(quantity, figures(register, Edition.AS_CLOSED)))));
        counts.values().removeIf(count -> count < 1 || count > 4);
        return counts;
    }

    private static String name(String edition, Quantity quantity) {
        return switch (quantity) {
            case Quantity.Count(var row, var column) -> Attacker.name(edition, row.word(), column.title());
            case Quantity.Received(var column) -> Attacker.name("any", "total", column.title());
            case Quantity.Rejections(var reason) -> Attacker.name(edition, "reason", reason.name());
            case Quantity.Decided(var time) -> Attacker.name(edition, "time", time.word());
        };
    }

    private static PublishedMonth smallAloneHidden(Register register, Edition edition) {
        var figures = figures(register, edition);
        return page(edition, figures, quantity -> !Suppression.isSmall(MonthTables.value(quantity, figures)));
    }

    private static PublishedMonth page(Edition edition, Figures figures, Predicate<Quantity> isShown) {
        var shown = new HashMap<Quantity, Long>();
        MonthTables.quantities().stream()
                .filter(isShown)
                .forEach(quantity -> shown.put(quantity, MonthTables.value(quantity, figures)));
        return new PublishedMonth(
                JANUARY, edition, JANUARY.plusMonths(edition.monthsLater()), shown, OptionalLong.empty());
    }
}
