package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankHolidaysTest {
    @Test
    void areEightWorkdaysInEveryYearShipped() {
        for (int year = 2025; year <= 2028; year++) {
            // Given
            int current = year;
            // When
            var days = BankHolidays.shipped().days().stream()
                    .filter(day -> day.getYear() == current)
                    .toList();
            // Then
            assertThat(days)
                    .hasSize(8)
                    .allSatisfy(day -> assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        }
    }

    @Test
    void areKnownUntilTheEndOfTheLastYearShipped() {
        assertThat(BankHolidays.shipped().knownUntil()).isEqualTo(LocalDate.of(2028, 12, 31));
    }

    @Test
    void areReadAsGovUkPublishesThem() {
        // Given
        var published = """
                {"england-and-wales": {"division": "england-and-wales", "events": [
                  {"title": "New Year’s Day", "date": "2029-01-01", "notes": "", "bunting": true},
                  {"title": "Good Friday", "date": "2029-03-30", "notes": "", "bunting": false}]},
                 "scotland": {"division": "scotland", "events": [
                  {"title": "2nd January", "date": "2029-01-02", "notes": "", "bunting": true}]}}
                """;
        // When
        var read = BankHolidays.read(published);
        // Then
        assertThat(read).isEqualTo(new BankHolidays(Set.of(LocalDate.of(2029, 1, 1), LocalDate.of(2029, 3, 30))));
    }

    @Test
    void countForWholeYearsOverOthers() {
        // Given
        var moved = new BankHolidays(Set.of(LocalDate.of(2027, 5, 7), LocalDate.of(2029, 1, 1)));
        var others =
                new BankHolidays(Set.of(LocalDate.of(2026, 5, 4), LocalDate.of(2027, 5, 3), LocalDate.of(2028, 5, 1)));
        // When
        var both = moved.over(others);
        // Then
        assertThat(both)
                .isEqualTo(new BankHolidays(Set.of(
                        LocalDate.of(2026, 5, 4),
                        LocalDate.of(2027, 5, 7),
                        LocalDate.of(2028, 5, 1),
                        LocalDate.of(2029, 1, 1))));
    }

    @Test
    void areNotKnownBeyondAYearThatIsMissing() {
        // Given
        var withGap = new BankHolidays(Set.of(LocalDate.of(2030, 1, 1))).over(BankHolidays.shipped());
        // When, Then
        assertThat(withGap.knownUntil()).isEqualTo(LocalDate.of(2028, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bank holidays",
                "[]",
                "{}",
                "{\"days\": []}",
                "{\"days\": [\"1 January 2029\"]}",
                "{\"days\": [null]}",
                "{\"england-and-wales\": {\"events\": []}}",
                "{\"england-and-wales\": {\"events\": [{\"title\": \"New Year’s Day\"}]}}",
                "{\"scotland\": {\"events\": [{\"date\": \"2029-01-01\"}]}}"
            })
    void areNotReadFromAnythingElse(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> BankHolidays.read(json));
    }
}
