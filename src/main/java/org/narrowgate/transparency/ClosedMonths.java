package org.narrowgate.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Which months are closed. A month is published from the second day after its end: by then every replica's clock,
 * however wrong it may be and still be believed, has left the month, and no entry can come into it any more.
 */
final class ClosedMonths {
    private static final int DAY_OF_PUBLICATION = 2;

    private ClosedMonths() {}

    /** The latest month that is closed. */
    static YearMonth latest(Instant now) {
        return YearMonth.from(today(now).minusDays(DAY_OF_PUBLICATION - 1L)).minusMonths(1);
    }

    /** When the next month will have closed. */
    static LocalDate nextPublication(Instant now) {
        return latest(now).plusMonths(2).atDay(DAY_OF_PUBLICATION);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, RegisterFold.ZONE);
    }
}
