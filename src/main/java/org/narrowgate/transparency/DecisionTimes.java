package org.narrowgate.transparency;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.narrowgate.casework.WorkingDays;

/** Tells how long a decision took, remembering the bounds of each day of receipt. Not safe for several threads. */
final class DecisionTimes {
    private static final List<DecisionTime> BOUNDED = Arrays.stream(DecisionTime.values())
            .filter(time -> time != DecisionTime.LONGER)
            .toList();

    private final WorkingDays workingDays;
    private final Map<LocalDate, List<LocalDate>> bounds = new HashMap<>();

    DecisionTimes(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    DecisionTime between(LocalDate received, LocalDate decided) {
        var firstDaysTooLate = bounds.computeIfAbsent(received, this::firstDaysTooLate);
        for (int i = 0; i < BOUNDED.size(); i++) {
            if (decided.isBefore(firstDaysTooLate.get(i))) {
                return BOUNDED.get(i);
            }
        }
        return DecisionTime.LONGER;
    }

    private List<LocalDate> firstDaysTooLate(LocalDate received) {
        return BOUNDED.stream()
                .map(time -> workingDays.after(received, time.most() + 1))
                .toList();
    }
}
