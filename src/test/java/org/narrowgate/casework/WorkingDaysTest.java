package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private final WorkingDays workingDays = WorkingDays.shipped();

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 20, 2026-11-30", // four whole weeks
        "2026-11-06, 1, 2026-11-09", // over a weekend
        "2026-11-07, 1, 2026-11-09", // received on a Saturday
        "2026-12-24, 1, 2026-12-29", // Christmas on a Friday, Boxing Day's substitute on the Monday
        "2027-12-24, 1, 2027-12-29", // Christmas on a Saturday: both substitutes
        "2026-04-02, 1, 2026-04-07", // Good Friday to Easter Monday
        "2026-11-02, 0, 2026-11-02",
        "2026-12-31, 1, 2027-01-04", // New Year on a Friday
        "2027-12-31, 1, 2028-01-04", // New Year on a Saturday, its substitute on the Monday
        "2028-02-28, 2, 2028-03-01", // over the leap day
        "2026-05-01, 20, 2026-06-02", // two bank holidays of May
        "2028-12-22, 3, 2028-12-29", // the last bank holidays that are shipped
        "2028-12-29, 1, 2029-01-01", // and the first that is not: due sooner than it need be
        "2033-12-23, 1, 2033-12-26"
    })
    void allowsMondayToFridayButForBankHolidays(LocalDate received, int workingDaysAllowed, LocalDate due) {
        assertThat(workingDays.after(received, workingDaysAllowed)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-11-02, 0",
        "2026-11-02, 2026-11-01, 0",
        "2026-11-02, 2025-11-02, 0",
        "2026-11-06, 2026-11-08, 0", // asked on a Friday, answered on the Sunday
        "2026-11-06, 2026-11-09, 1",
        "2026-11-07, 2026-11-08, 0",
        "2026-04-02, 2026-04-06, 0", // all of Easter
        "2026-04-02, 2026-04-07, 1",
        "2026-12-24, 2026-12-28, 0", // Christmas with its substitute
        "2026-12-31, 2027-01-03, 0",
        "2026-01-01, 2026-12-31, 253",
        "2028-02-28, 2028-02-29, 1"
    })
    void countsThoseAfterOneDayUpToAndWithAnother(LocalDate from, LocalDate to, int expected) {
        assertThat(workingDays.between(from, to)).isEqualTo(expected);
    }

    @Test
    void countsWhatItAllowed() {
        for (var day = LocalDate.of(2025, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
            for (int allowed = 0; allowed <= 25; allowed++) {
                assertThat(workingDays.between(day, workingDays.after(day, allowed)))
                        .as("%d after %s", allowed, day)
                        .isEqualTo(allowed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-11-30, 20",
        "2026-11-27, 2026-11-30, 1",
        "2026-11-29, 2026-11-30, 1", // today is a Sunday
        "2026-11-30, 2026-11-30, 0",
        "2026-12-01, 2026-11-30, -1",
        "2026-12-07, 2026-11-30, -5",
        "2026-12-05, 2026-12-04, -1", // due on a Friday, today is the Saturday
        "2026-12-07, 2026-12-04, -1",
        "2026-12-08, 2026-12-04, -2"
    })
    void tellsHowManyAreLeftAndNegativeHowManyItIsOverdue(LocalDate today, LocalDate dueBy, int left) {
        assertThat(workingDays.left(today, dueBy)).isEqualTo(left);
    }

    @Test
    void countsABankHolidayFromTheMomentItIsKnown() {
        // Given
        var known = new AtomicReference<>(new BankHolidays(Set.of(LocalDate.of(2027, 1, 1))));
        var calendar = new WorkingDays(known::get);
        var before = calendar.after(LocalDate.of(2027, 6, 3), 1);
        // When
        known.set(new BankHolidays(Set.of(LocalDate.of(2027, 6, 4))));
        // Then
        assertThat(before).isEqualTo(LocalDate.of(2027, 6, 4));
        assertThat(calendar.after(LocalDate.of(2027, 6, 3), 1)).isEqualTo(LocalDate.of(2027, 6, 7));
    }
}
