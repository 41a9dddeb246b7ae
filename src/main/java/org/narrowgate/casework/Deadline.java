package org.narrowgate.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;

/**
 * The time a request may take: from the day it was received, the working days the policy allows, and those for which
 * the clock stood still because an answer was the agency's to give.
 */
public record Deadline(LocalDate received, int workingDays, List<Stop> stops) {
    public Deadline {
        requireNonNull(received);
        stops = List.copyOf(stops);
        if (workingDays < 0) {
            throw new IllegalArgumentException("no time at all is the least there is");
        }
    }

    /** One that was never stopped. */
    public static Deadline of(LocalDate received, int workingDays) {
        return new Deadline(received, workingDays, List.of());
    }

    /**
     * With one more question, answered or waited for until a day.
     *
     * @param clock whether the policy grants the time that took
     */
    public Deadline awaited(LocalDate asked, LocalDate answered, AwaitedInformation clock) {
        return switch (clock) {
            case CLOCK_RUNS -> this;
            case CLOCK_STOPS ->
                new Deadline(
                        received,
                        workingDays,
                        Stream.concat(stops.stream(), Stream.of(new Stop(asked, answered)))
                                .toList());
        };
    }

    /** With other working days, counted from the day of receipt as before: an exceptional priority was accepted. */
    public Deadline within(int otherWorkingDays) {
        return new Deadline(received, otherWorkingDays, stops);
    }

    /** The last day for an answer. Never earlier than without the stops, each of which gives back what it took. */
    public LocalDate dueBy(WorkingDays calendar) {
        int stopped = stops.stream()
                .mapToInt(stop -> calendar.between(stop.asked(), stop.answered()))
                .sum();
        return calendar.after(received, workingDays + stopped);
    }

    /** From the day of a question to the day of its answer; asked and answered on one day, it takes nothing. */
    public record Stop(LocalDate asked, LocalDate answered) {
        public Stop {
            requireNonNull(asked);
            requireNonNull(answered);
        }
    }
}
