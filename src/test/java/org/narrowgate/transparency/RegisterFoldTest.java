package org.narrowgate.transparency;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.ledger.WrittenEntry;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.transparency.Discrepancy.Cause;

class RegisterFoldTest {
    private static final Instant MARCH = Instant.parse("2026-03-02T10:00:00Z");
    private static final String REQUEST = "\"request\":\"6f9619ff-8b86-4011-b42d-00c04fc964ff\",\"agency\":\"POLICE\"";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void atEveryMomentEachRequestReceivedIsInExactlyOneRow(long seed) {
        // Given
        var history = new History(seed, MARCH);
        var fold = TestFold.empty();
        for (var step = 0; step < 400; step++) {
            // When
            history.goOn(1, 20);
            history.entries().stream().skip(fold.entries()).forEach(fold::add);
            // Then
            assertAddsUp(history, fold.register());
        }
    }

    @Test
    void fiveThousandRequestsOfRandomFateAddUpToTheRequestsReceived() {
        // Given
        var history = new History(4, MARCH).goOn(5_000, 60);
        // When
        var register = TestFold.of(history);
        // Then
        assertAddsUp(history, register);
        assertThat(months(history).stream()
                        .mapToLong(month -> register.figures(month).received(new Column.Total()))
                        .sum())
                .isEqualTo(5_000);
    }

    /** Against the history's own book of who asked when and what came of it. */
    private static void assertAddsUp(History history, Register register) {
        assertThat(register.discrepancies()).isEmpty();
        var expected = history.asked().stream()
                .collect(groupingBy(asked -> asked.month() + " " + asked.group() + " " + asked.outcome(), counting()));
        var counted = new HashMap<String, Long>();
        for (var month : months(history)) {
            var figures = register.figures(month);
            for (var group : AgencyGroup.values()) {
                for (var row : Row.values()) {
                    counted.put(month + " " + group + " " + outcome(row), figures.count(row, new Column.Group(group)));
                }
            }
            assertSumsAgree(figures);
        }
        counted.values().removeIf(count -> count == 0);
        assertThat(counted).isEqualTo(expected);
    }

    private static void assertSumsAgree(Figures figures) {
        var total = new Column.Total();
        for (var row : Row.values()) {
            assertThat(Column.groups().stream()
                            .mapToLong(group -> figures.count(row, group))
                            .sum())
                    .isEqualTo(figures.count(row, total));
        }
        assertThat(Column.groups().stream().mapToLong(figures::received).sum()).isEqualTo(figures.received(total));
        assertThat(figures.reasons().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(figures.count(Row.REJECTED, total));
        assertThat(figures.times().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(figures.count(Row.REJECTED, total)
                        + figures.count(Row.APPROVED_TRACE, total)
                        + figures.count(Row.APPROVED_NO_TRACE, total));
    }

    private static List<YearMonth> months(History history) {
        return history.asked().stream().map(History.Asked::month).distinct().toList();
    }

    private static String outcome(Row row) {
        return switch (row) {
            case REJECTED -> "refused";
            case APPROVED_TRACE -> "traced";
            case APPROVED_NO_TRACE -> "not-traced";
            case UNDER_REVIEW -> "under-review";
            case WITHDRAWN -> "withdrawn";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00Z, 2026-03-02T18:00:00Z, SAME_DAY",
        "2026-03-06T10:00:00Z, 2026-03-07T10:00:00Z, SAME_DAY",
        "2026-03-06T10:00:00Z, 2026-03-09T09:00:00Z, UP_TO_5",
        "2026-03-02T10:00:00Z, 2026-03-09T17:00:00Z, UP_TO_5",
        "2026-03-02T10:00:00Z, 2026-03-10T09:00:00Z, UP_TO_10",
        "2026-03-30T10:00:00Z, 2026-04-15T09:00:00Z, UP_TO_10",
        "2026-03-30T10:00:00Z, 2026-04-16T09:00:00Z, UP_TO_20",
        "2026-03-02T10:00:00Z, 2026-03-30T22:59:00Z, UP_TO_20",
        "2026-03-02T10:00:00Z, 2026-03-30T23:00:00Z, LONGER"
    })
    void countsTheTimeToDecisionInWorkingDaysOfLondon(String received, String decided, DecisionTime time) {
        // When
        var register = TestFold.of(
                entry(0, received, "\"kind\":\"request\",\"outcome\":\"under-review\""),
                entry(1, decided, "\"kind\":\"review\",\"outcome\":\"traced\""));
        // Then
        assertThat(register.figures(YearMonth.of(2026, 3)).times()).isEqualTo(Map.of(time, 1L));
    }

    @Test
    void aStopAndAResumptionAreEntriesThatMoveNoRequest() {
        // Given
        var stop = "\"kind\":\"stop\",\"what\":\"agreement\",\"id\":\"police-north-agreement\"";
        var resume = "\"kind\":\"resume\",\"lifts\":1,\"what\":\"agency\",\"id\":\"police-north\"";
        // When
        var register = TestFold.of(
                entry(0, "2026-03-02T10:00:00Z", "\"kind\":\"request\",\"outcome\":\"under-review\""),
                entry(1, "2026-03-02T11:00:00Z", stop),
                entry(2, "2026-03-02T12:00:00Z", resume));
        // Then
        assertThat(register.entries()).isEqualTo(3);
        assertThat(register.discrepancies()).isEmpty();
        assertThat(register.figures(YearMonth.of(2026, 3)).count(Row.UNDER_REVIEW, new Column.Total()))
                .isEqualTo(1);
    }

    @Test
    void receivesInTheMonthOfLondon() {
        // When
        var register = TestFold.of(entry(
                0,
                "2026-06-30T23:30:00Z",
                "\"kind\":\"request\",\"outcome\":\"refused\",\"reason\":\"GROUND_MISSING\""));
        // Then
        assertThat(register.figures(YearMonth.of(2026, 7)))
                .isEqualTo(new Figures(
                        YearMonth.of(2026, 7),
                        Map.of(AgencyGroup.POLICE, Map.of(Row.REJECTED, 1L)),
                        Map.of(RefusalReason.GROUND_MISSING, 1L),
                        Map.of(DecisionTime.SAME_DAY, 1L)));
    }

    @Test
    void doesNotBelieveAClockThatIsFarFromTheLogs() {
        // When
        var register = TestFold.of(History.entry(
                0,
                "2026-03-02T10:00:00Z",
                "{\"at\":\"2026-02-28T10:00:00Z\",\"kind\":\"request\",\"outcome\":\"traced\"," + REQUEST + "}"));
        // Then
        assertThat(register.firstMonth()).contains(YearMonth.of(2026, 3));
    }

    @Test
    void countsAReportOfTheWrongPersonAndLeavesTheRowAsItWas() {
        // When
        var register = TestFold.of(
                entry(0, "2026-03-02T10:00:00Z", "\"kind\":\"request\",\"outcome\":\"traced\""),
                entry(1, "2026-04-02T10:00:00Z", "\"kind\":\"mismatch\",\"outcome\":\"closed\""));
        // Then
        assertThat(register.wrongPersonReports(YearMonth.of(2026, 4), new Column.Total()))
                .isEqualTo(1);
        assertThat(register.figures(YearMonth.of(2026, 3)).rows())
                .isEqualTo(Map.of(AgencyGroup.POLICE, Map.of(Row.APPROVED_TRACE, 1L)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'kind':'request','outcome':'shelved' | UNKNOWN_OUTCOME",
                "'kind':'request','outcome':'refused','reason':'BECAUSE' | UNKNOWN_OUTCOME",
                "'kind':'request','outcome':'withdrawn' | UNKNOWN_OUTCOME",
                "'kind':'review','outcome':'traced' | NOT_UNDER_REVIEW",
                "'kind':'withdrawal','outcome':'withdrawn' | NOT_UNDER_REVIEW",
                "'kind':7 | UNREADABLE"
            })
    void saysWhichEntryCouldNotBeCounted(String said, Cause cause) {
        // When
        var register = TestFold.of(entry(0, "2026-03-02T10:00:00Z", said.replace('\'', '"')));
        // Then
        assertThat(register.discrepancies()).containsExactly(new Discrepancy(0, cause));
        assertThat(register.discrepanciesFound()).isEqualTo(1);
        assertThat(register.firstMonth()).isEmpty();
    }

    @Test
    void saysThatARequestWasDecidedOrReceivedTwice() {
        // When
        var register = TestFold.of(
                entry(0, "2026-03-02T10:00:00Z", "\"kind\":\"request\",\"outcome\":\"under-review\""),
                entry(1, "2026-03-02T11:00:00Z", "\"kind\":\"request\",\"outcome\":\"under-review\""),
                entry(2, "2026-03-02T12:00:00Z", "\"kind\":\"review\",\"outcome\":\"traced\""),
                entry(3, "2026-03-02T13:00:00Z", "\"kind\":\"review\",\"outcome\":\"not-traced\""));
        // Then
        assertThat(register.discrepancies())
                .containsExactly(new Discrepancy(1, Cause.RECEIVED_TWICE), new Discrepancy(3, Cause.NOT_UNDER_REVIEW));
        assertThat(register.figures(YearMonth.of(2026, 3)).rows())
                .isEqualTo(Map.of(AgencyGroup.POLICE, Map.of(Row.APPROVED_TRACE, 1L)));
    }

    @Test
    void takesNoEntryOutOfTurn() {
        var fold = TestFold.empty();
        assertThatThrownBy(() -> fold.add(entry(1, "2026-03-02T10:00:00Z", "\"kind\":\"view\"")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 1 where 0 comes next");
    }

    private static WrittenEntry entry(long index, String at, String said) {
        return History.entry(index, at, "{\"at\":\"" + at + "\"," + said + "," + REQUEST + ",\"policyVersion\":1}");
    }
}
