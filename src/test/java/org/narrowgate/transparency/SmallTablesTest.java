package org.narrowgate.transparency;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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

    private static final List<String> NAMES =
            List.of("a", "b", "c", "d", "a+b", "c+d", "a+c", "b+d", "all", "reason", "other reason");

    /** Two rows and two columns; the first row, the rejected, once more by two reasons. */
    private record Table(int a, int b, int c, int d, int reason) {
        long count(String name) {
            return switch (name) {
                case "a" -> a;
                case "b" -> b;
                case "c" -> c;
                case "d" -> d;
                case "a+b" -> a + b;
                case "c+d" -> c + d;
                case "a+c" -> a + c;
                case "b+d" -> b + d;
                case "all" -> a + b + c + d;
                case "reason" -> reason;
                case "other reason" -> a + b - reason;
                default -> throw new IllegalArgumentException(name);
            };
        }

        boolean agrees(Map<String, Long> shown) {
            return shown.entrySet().stream().allMatch(each -> count(each.getKey()) == each.getValue());
        }

        Set<String> small() {
            return NAMES.stream()
                    .filter(name -> Suppression.isSmall(count(name)))
                    .collect(toUnmodifiableSet());
        }

        private LinkedTables<String> linked(Draw draw) {
            var tables = new LinkedTables<String>();
            NAMES.forEach(name -> tables.put(
                    name, new Cell(count(name), Standing.OPEN, (name.length() == 3 ? 8 : 2) * draw.factor(name))));
            tables.sum("a+b", List.of("a", "b"));
            tables.sum("c+d", List.of("c", "d"));
            tables.sum("a+c", List.of("a", "c"));
            tables.sum("b+d", List.of("b", "d"));
            tables.sum("all", List.of("a+b", "c+d"));
            tables.sum("a+b", List.of("reason", "other reason"));
            return tables;
        }

        Map<String, Long> shown(Draw draw) {
            var hidden = Suppression.of(linked(draw)).orElseGet(() -> Set.copyOf(NAMES));
            return NAMES.stream()
                    .filter(name -> !hidden.contains(name))
                    .collect(toUnmodifiableMap(name -> name, this::count));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void leavesASmallCountFivePossibleValuesOneOfThemNotSmall(long seed) {
        var random = new Random(seed);
        for (var tried = 0; tried < 40; tried++) {
            // Given
            var table = table(random);
            var shown = table.shown(draw(random));
            // When
            var possible = every(other -> other.agrees(shown));
            // Then
            for (var small : table.small()) {
                var values = possible.stream().map(other -> other.count(small)).collect(toCollection(TreeSet::new));
                assertThat(values).as("%s of %s, shown %s", small, table, shown).hasSizeGreaterThanOrEqualTo(5);
                assertThat(values.last()).isGreaterThanOrEqualTo(5);
                assertThat(values.first()).isLessThan(table.count(small));
            }
        }
    }

    // On tables as small as these it cannot always be kept from whoever knows the method: decision 0010 says so.
    @Test
    void knowingTheMethodAsWellMostlyLeavesMoreThanOneValue() {
        // Given
        var random = new Random(4);
        var tables = IntStream.range(0, 40).mapToObj(tried -> table(random)).toList();
        // When
        var givenAway = tables.stream()
                .filter(table -> isGivenAway(table, table.shown(draw(random)), random))
                .toList();
        // Then
        assertThat(givenAway).hasSizeLessThanOrEqualTo(10);
    }

    private static boolean isGivenAway(Table table, Map<String, Long> shown, Random random) {
        var possible =
                every(other -> other.agrees(shown) && other.small().stream().noneMatch(shown::containsKey));
        Collections.shuffle(possible, random);
        return table.small().stream()
                .anyMatch(small -> possible.stream()
                        .filter(other -> other.count(small) != table.count(small))
                        .limit(100)
                        .noneMatch(other -> mayShow(other, shown, random)));
    }

    // The method is known, and what was drawn is not.
    private static boolean mayShow(Table table, Map<String, Long> shown, Random random) {
        return IntStream.range(0, 10).anyMatch(draw -> table.shown(draw(random)).equals(shown));
    }

    private static Draw draw(Random random) {
        return Draw.ofNone().with(new UUID(random.nextLong(), random.nextLong()));
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
}
