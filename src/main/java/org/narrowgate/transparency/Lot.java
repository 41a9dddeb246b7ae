package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import org.narrowgate.policy.AgencyGroup;

/** Requests that no figure tells apart: received in one month from one group, with one fate. */
record Lot(YearMonth received, AgencyGroup group, Fate fate) {
    Lot {
        requireNonNull(received);
        requireNonNull(group);
        requireNonNull(fate);
    }
}
