package org.narrowgate.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.subject.PersonKey;

/** What is kept of how a request was decided. Of a person traced, only who it was: never a detail. */
public sealed interface Verdict {
    record Pending() implements Verdict {}

    record Refused(Outcome.Refused outcome) implements Verdict {}

    record NotTraced(Outcome.NotTraced outcome) implements Verdict {}

    /**
     * @param receipt of the entry that says so
     * @param readings how often the outcome was read again
     */
    record Traced(
            PersonKey person,
            Receipt receipt,
            Instant readableUntil,
            int readings,
            LocalDate destroyBy,
            Optional<Destruction> destruction)
            implements Verdict {
        Traced destroyed(Destruction how) {
            return new Traced(person, receipt, readableUntil, readings, destroyBy, Optional.of(how));
        }
    }

    /** The agency's statement that what it was given is gone. */
    record Destruction(LocalDate on, String method) {}
}
