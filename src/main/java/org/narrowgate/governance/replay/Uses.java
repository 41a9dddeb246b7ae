package org.narrowgate.governance.replay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Standing;

/**
 * What one rulebook has let agencies use so far. Requests come in order of their day, so of each agency and purpose the
 * last day is all that has to be remembered.
 */
final class Uses {
    private final Map<Used, Last> last = new HashMap<>();

    private record Used(AgencyId agency, PurposeId purpose) {}

    private record Last(LocalDate day, int today, int thisMonth) {}

    Standing standing(ReplayedRequest request) {
        var known = last.get(used(request));
        return known == null
                ? Standing.CLEAR
                : new Standing(todays(known, request.day()), months(known, request.day()), 0);
    }

    void count(ReplayedRequest request) {
        var standing = standing(request);
        last.put(used(request), new Last(request.day(), standing.usedToday() + 1, standing.usedThisMonth() + 1));
    }

    private static int todays(Last known, LocalDate day) {
        return known.day().equals(day) ? known.today() : 0;
    }

    private static int months(Last known, LocalDate day) {
        return YearMonth.from(known.day()).equals(YearMonth.from(day)) ? known.thisMonth() : 0;
    }

    private static Used used(ReplayedRequest request) {
        return new Used(request.agency(), request.facts().purpose());
    }
}
