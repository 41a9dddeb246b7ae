package org.narrowgate.rights.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.casework.WorkingDays;

class AnswerTimeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 3);

    @ParameterizedTest
    @CsvSource({
        "2026-09-03, 2026-10-05", // the 3rd of October is a Saturday
        "2026-11-02, 2026-12-02", // a Wednesday
        "2026-11-25, 2026-12-29", // Christmas on a Friday, then a weekend and Boxing Day's substitute
        "2026-12-01, 2027-01-04", // New Year on a Friday, then a weekend
        "2027-01-31, 2027-03-01", // February has no 31st, and its 28th is a Sunday
        "2028-01-31, 2028-02-29", // its last day is the 29th in a leap year
        "2028-01-29, 2028-02-29",
        "2027-03-31, 2027-04-30", // April has no 31st
        "2026-10-31, 2026-11-30",
        "2026-08-31, 2026-09-30",
        "2026-02-28, 2026-03-30", // the corresponding date is a Saturday
        "2026-03-03, 2026-04-07" // Good Friday to Easter Monday
    })
    void isAMonthFromReceipt(LocalDate received, LocalDate due) {
        assertThat(new AnswerTime(received, 0).dueBy(WorkingDays.shipped())).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 1, 2027-01-04", // the 2nd is a Saturday
        "2026-11-02, 2, 2027-02-02",
        "2026-12-31, 1, 2027-03-01", // counted from receipt: February has no 31st, and its 28th is a Sunday
        "2026-12-31, 2, 2027-03-31" // and not from the day it was due before
    })
    void isLongerByTheFurtherMonthsFromReceipt(LocalDate received, int furtherMonths, LocalDate due) {
        assertThat(new AnswerTime(received, furtherMonths).dueBy(WorkingDays.shipped()))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void isNeverLongerThanThreeMonths(int furtherMonths) {
        assertThatThrownBy(() -> new AnswerTime(DAY, furtherMonths)).isInstanceOf(IllegalArgumentException.class);
    }
}
