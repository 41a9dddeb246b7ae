package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
        "2026-11-02, 0, 2026-11-02"
    })
    void countsMondayToFridayButForBankHolidays(LocalDate received, int workingDaysAllowed, LocalDate due) {
        assertThat(workingDays.after(received, workingDaysAllowed)).isEqualTo(due);
    }
}
