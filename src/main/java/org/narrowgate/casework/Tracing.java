package org.narrowgate.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.subject.PersonKey;

/**
 * What is kept of somebody traced: only who it was, never a detail.
 *
 * @param receipt of the entry that says so
 * @param readings how often the outcome was read again
 * @param disclosedAt when a field of theirs first left; empty while nobody has read the outcome
 */
public record Tracing(
        PersonKey person,
        Receipt receipt,
        Instant readableUntil,
        int readings,
        LocalDate destroyBy,
        Optional<Instant> disclosedAt) {
    /** As it is once something has left; the first time is the one that counts. */
    Tracing disclosed(Optional<Instant> at) {
        return new Tracing(person, receipt, readableUntil, readings, destroyBy, disclosedAt.or(() -> at));
    }
}
