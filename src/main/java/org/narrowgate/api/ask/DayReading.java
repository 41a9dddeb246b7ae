package org.narrowgate.api.ask;

import static org.narrowgate.api.error.ErrorCode.INPUT_INVALID;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.api.error.RefusedOperationException;

/** Reads the day that an agency asks about. */
public final class DayReading {
    private DayReading() {}

    /**
     * A day on which the present has its say, or one to come; empty where none was sent.
     *
     * @throws RefusedOperationException where it is no date, or past
     */
    public static Optional<LocalDate> read(@Nullable String sent, LocalDate today) {
        if (sent == null) {
            return Optional.empty();
        }
        var faults = new Faults();
        var day = Dates.date(sent)
                .filter(asked -> !asked.isBefore(today))
                .or(() -> faults.missing(INPUT_INVALID, "asOf", "a date as `2030-05-09`, today or later"));
        faults.refuseIfAny();
        return day;
    }
}
