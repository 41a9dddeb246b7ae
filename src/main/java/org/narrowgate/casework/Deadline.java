package org.narrowgate.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;

/**
 * The time a request may take: from the day it was received, the working days the policy allows, and those for which
 * the clock stood still because an answer was the agency's to give.
 */
public record Deadline(LocalDate received, int workingDays, int stoppedDays) {
    public Deadline {
        requireNonNull(received);
        if (workingDays < 0 || stoppedDays < 0) {
            throw new IllegalArgumentException("no time at all is the least there is");
        }
    }

    /** One that was never stopped. */
    public static Deadline of(LocalDate received, int workingDays) {
        return new Deadline(received, workingDays, 0);
    }

    /**
     * With one more question; asked and answered on one day, it takes nothing.
     *
     * @param clock whether the policy grants the time that took
     */
    Deadline awaited(LocalDate asked, LocalDate answered, AwaitedInformation clock, WorkingDays calendar) {
        return switch (clock) {
            case CLOCK_RUNS -> this;
            case CLOCK_STOPS -> new Deadline(received, workingDays, stoppedDays + calendar.between(asked, answered));
        };
    }

    /** With other working days, counted from the day of receipt as before: an exceptional priority was accepted. */
    Deadline within(int otherWorkingDays) {
        return new Deadline(received, otherWorkingDays, stoppedDays);
    }

    /** The last day for an answer. Never earlier than without the stops, each of which gives back what it took. */
    LocalDate dueBy(WorkingDays calendar) {
        return calendar.after(received, workingDays + stoppedDays);
    }
}
