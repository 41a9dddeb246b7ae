package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import org.narrowgate.policy.AgencyGroup;

/** Reports of one month, from one group, that the person disclosed was not the one meant. */
record WrongPersonReports(YearMonth month, AgencyGroup group) {
    WrongPersonReports {
        requireNonNull(month);
        requireNonNull(group);
    }
}
