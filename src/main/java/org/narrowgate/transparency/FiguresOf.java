package org.narrowgate.transparency;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.RefusalReason;

/** Adds up the lots of one month of receipt. */
final class FiguresOf {
    private final YearMonth month;
    private final Map<AgencyGroup, Map<Row, Long>> rows = new EnumMap<>(AgencyGroup.class);
    private final Map<RefusalReason, Long> reasons = new EnumMap<>(RefusalReason.class);
    private final Map<DecisionTime, Long> times = new EnumMap<>(DecisionTime.class);

    FiguresOf(YearMonth month) {
        this.month = month;
    }

    FiguresOf add(Map<Lot, Long> lots, Function<Lot, Fate> fate) {
        lots.forEach((lot, count) -> {
            if (lot.received().equals(month)) {
                add(lot.group(), fate.apply(lot), count);
            }
        });
        return this;
    }

    Figures figures() {
        return new Figures(month, rows, reasons, times);
    }

    private void add(AgencyGroup group, Fate fate, long count) {
        rows.computeIfAbsent(group, absent -> new EnumMap<>(Row.class)).merge(fate.row(), count, Long::sum);
        switch (fate) {
            case Fate.Rejected(var decided, var reason, var time) -> {
                reasons.merge(reason, count, Long::sum);
                times.merge(time, count, Long::sum);
            }
            case Fate.Traced(var decided, var time) -> times.merge(time, count, Long::sum);
            case Fate.NotTraced(var decided, var time) -> times.merge(time, count, Long::sum);
            case Fate.UnderReview() -> {}
            case Fate.Withdrawn(var decided) -> {}
        }
    }
}
