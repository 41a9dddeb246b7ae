package org.narrowgate.api.ask;

import static org.narrowgate.api.error.ErrorCode.INPUT_INVALID;

import java.time.LocalDate;
import org.narrowgate.api.error.RefusedOperationException;
import org.narrowgate.rights.embargo.Term;

/** What an agency asks for where the person may not know yet. */
public record EmbargoAsk(LocalDate until, String reason) {
    /** @throws RefusedOperationException with every rule that is broken */
    public static EmbargoAsk read(String until, String reason, LocalDate today) {
        var faults = new Faults();
        var last = Dates.date(until)
                .filter(day -> !day.isBefore(today) && !day.isAfter(Term.latest(today)))
                .or(() -> faults.missing(
                        INPUT_INVALID, "until", "a date as `2030-05-09`, today or later, at most 12 months ahead"));
        var why = faults.text(reason, "reason", TextRule.REASON);
        faults.refuseIfAny();
        return new EmbargoAsk(last.orElseThrow(), why.orElseThrow());
    }
}
