package org.narrowgate.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an agency was given for one purpose and has not yet attested as destroyed.
 *
 * @param due all of it, in disclosures
 * @param overdue those of it that are past their day
 * @param first the earliest day by which one of it is to be destroyed; empty where there is none
 */
public record Destructions(int due, int overdue, Optional<LocalDate> first) {
    static final Destructions NONE = new Destructions(0, 0, Optional.empty());

    public Destructions {
        requireNonNull(first);
    }
}
