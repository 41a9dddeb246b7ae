package org.narrowgate.transparency;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.transparency.LinkedTables.Cell;
import org.narrowgate.transparency.LinkedTables.Standing;

/** Works out what small linked tables hide by trying every table there could be. */
class SmallTablesTest {
    // Every true count is below the first, every imagined one below the second: larger ones are possible too, and would
    // only add to what a hidden one may be.
    private static final int TRUE = 9;
    private static final int LARGEST = 14;

    /** Two rows and two columns; the first row, the rejected, once more by two reasons. */
    private record Table(int a, int b, int c, int d, int reason) {
        Map<String, Long> counts() {
            var counts = new LinkedHashMap<String, Long>();
            counts.put("a", (long) a);
            counts.put("b", (long) b);
            counts.put("c", (long) c);
            counts.put("d", (long) d);
            counts.put("a+b", (long) a + b);
            counts.put("c+d", (long) c + d);
            counts.put("a+c", (long) a + c);
            counts.put("b+d", (long) b + d);
            counts.put("all", (long) a + b + c + d);
            counts.put("reason", (long) reason);
            counts.put("other reason", (long) a + b - reason);
            return counts;
        }

        LinkedTables<String> linked() {
            var tables = new LinkedTables<String>();
            counts().forEach((name, count) ->
                    tables.put(name, new Cell(count, Standing.OPEN, name.length() == 3 ? 8 : 2)));
            tables.sum("a+b", List.of("a", "b"));
            tables.sum("c+d", List.of("c", "d"));
            tables.sum("a+c", List.of("a", "c"));
            tables.sum("b+d", List.of("b", "d"));
            tables.sum("all", List.of("a+b", "c+d"));
            tables.sum("a+b", List.of("reason", "other reason"));
            return tables;
        }

        Map<String, Long> shown() {
            var shown = new HashMap<>(counts());
            shown.keySet().removeAll(Suppression.of(linked()).orElseGet(() -> counts().keySet()));
            return shown;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavesASmallCountFivePossibleValuesOneOfThemNotSmall(long seed) {
        var random = new Random(seed);
        for (var tried = 0; tried < 60; tried++) {
            // Given
            var table = table(random);
            var shown = table.shown();
            // When
            var possible = every(other -> other.counts().entrySet().containsAll(shown.entrySet()));
            // Then
            for (var small : small(table)) {
                var values = values(small, possible);
                assertThat(values).as("%s of %s, shown %s", small, table, shown).hasSizeGreaterThanOrEqualTo(5);
                assertThat(values.last())
                        .as("%s of %s, shown %s", small, table, shown)
                        .isGreaterThanOrEqualTo(5);
                assertThat(values.first())
                        .as("%s of %s, shown %s", small, table, shown)
                        .isLessThan(table.counts().getOrDefault(small, 0L));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void evenKnowingTheMethodLeavesMoreThanOneValue(long seed) {
        var random = new Random(seed);
        for (var tried = 0; tried < 8; tried++) {
            // Given
            var table = table(random);
            var shown = table.shown();
            // When
            var possible = every(other -> other.counts().entrySet().containsAll(shown.entrySet())
                    && small(other).stream().noneMatch(shown::containsKey));
            var published = possible.stream()
                    .filter(other -> other.shown().equals(shown))
                    .limit(300)
                    .toList();
            // Then
            for (var small : small(table)) {
                assertThat(values(small, published))
                        .as("%s of %s, shown %s", small, table, shown)
                        .hasSizeGreaterThan(1);
            }
        }
    }

    private static Table table(Random random) {
        var a = random.nextInt(TRUE);
        var b = random.nextInt(1 + random.nextInt(TRUE));
        return new Table(
                a, b, random.nextInt(TRUE), random.nextInt(1 + random.nextInt(TRUE)), random.nextInt(a + b + 1));
    }

    private static List<Table> every(Predicate<Table> agrees) {
        var possible = new ArrayList<Table>();
        for (var inner = 0; inner < LARGEST * LARGEST * LARGEST * LARGEST; inner++) {
            var a = inner % LARGEST;
            var b = inner / LARGEST % LARGEST;
            for (var reason = 0; reason <= a + b; reason++) {
                var table = new Table(
                        a, b, inner / LARGEST / LARGEST % LARGEST, inner / LARGEST / LARGEST / LARGEST, reason);
                if (agrees.test(table)) {
                    possible.add(table);
                }
            }
        }
        return possible;
    }

    private static Set<String> small(Table table) {
        return table.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0 && count.getValue() < 5)
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }

    private static NavigableSet<Long> values(String name, List<Table> tables) {
        var values = new TreeSet<Long>();
        tables.forEach(table -> values.add(table.counts().getOrDefault(name, 0L)));
        return values;
    }
}
