package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.narrowgate.casework.WorkingDays;

/**
 * The time a person's request may take: a month from its receipt, and where it is complex at most two more. UK GDPR,
 * article 12(3).
 *
 * @param received the day in London
 */
public record AnswerTime(LocalDate received, int furtherMonths) {
    /** By how much it can be extended, once. */
    public static final int MOST_FURTHER_MONTHS = 2;

    public AnswerTime {
        requireNonNull(received);
        if (furtherMonths < 0 || furtherMonths > MOST_FURTHER_MONTHS) {
            throw new IllegalArgumentException("at most " + MOST_FURTHER_MONTHS + " further months");
        }
    }

    /**
     * The last day for an answer: the corresponding date of its month, the last of the month where that has none, and
     * the next working day where it is none.
     */
    public LocalDate dueBy(WorkingDays calendar) {
        return calendar.after(received.plusMonths(1L + furtherMonths).minusDays(1), 1);
    }
}
