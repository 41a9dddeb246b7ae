package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.policy.ReviewTerms.AwaitedInformation.CLOCK_RUNS;
import static org.narrowgate.policy.ReviewTerms.AwaitedInformation.CLOCK_STOPS;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Received on Monday 2 November 2026 and allowed 20 working days, so due on Monday 30 November unless stopped. */
class DeadlineTest {
    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);

    private final WorkingDays calendar = WorkingDays.shipped();
    private final Deadline deadline = Deadline.of(RECEIVED, 20);

    @ParameterizedTest
    @CsvSource({
        "2026-11-09, 2026-11-09, 2026-11-30", // answered on the same day
        "2026-11-09, 2026-11-10, 2026-12-01",
        "2026-11-13, 2026-11-15, 2026-11-30", // asked on a Friday, answered on the Sunday
        "2026-11-13, 2026-11-16, 2026-12-01",
        "2026-11-14, 2026-11-15, 2026-11-30", // a weekend
        "2026-11-27, 2026-12-04, 2026-12-07", // still waiting on the day it was due
        "2026-12-07, 2026-12-09, 2026-12-02", // asked when overdue already: so it stays
        "2026-12-24, 2026-12-28, 2026-11-30", // Christmas with its substitute
        "2026-11-30, 2027-01-04, 2027-01-04", // into the next year
        "2026-11-10, 2026-11-09, 2026-11-30" // clocks of two machines that disagree
    })
    void givesBackTheWorkingDaysTheAgencyTook(LocalDate asked, LocalDate answered, LocalDate due) {
        assertThat(deadline.awaited(asked, answered, CLOCK_STOPS, calendar).dueBy(calendar))
                .isEqualTo(due);
    }

    @Test
    void isTheWorkingDaysAfterReceiptWhereNothingWasAsked() {
        assertThat(deadline.dueBy(calendar)).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void doesNotMoveWhereTheClockRuns() {
        // Given
        var asked = LocalDate.of(2026, 11, 9);
        // When
        var awaited = deadline.awaited(asked, asked.plusWeeks(2), CLOCK_RUNS, calendar);
        // Then
        assertThat(awaited).isEqualTo(deadline);
    }

    @Test
    void addsUpWhatSeveralQuestionsTook() {
        // Given
        var monday = LocalDate.of(2026, 11, 9);
        // When
        var awaited = deadline.awaited(monday, monday.plusDays(2), CLOCK_STOPS, calendar)
                .awaited(monday.plusDays(2), monday.plusDays(4), CLOCK_STOPS, calendar)
                .awaited(monday.plusDays(9), monday.plusDays(10), CLOCK_STOPS, calendar);
        // Then
        assertThat(awaited.dueBy(calendar)).isEqualTo(LocalDate.of(2026, 12, 7));
    }

    @Test
    void isSoonerOnceExceptionalPriorityIsAcceptedAndKeepsWhatItWasStopped() {
        // Given
        var awaited = deadline.awaited(RECEIVED, RECEIVED.plusDays(2), CLOCK_STOPS, calendar);
        // When
        var exceptional = awaited.within(5);
        // Then
        assertThat(exceptional.dueBy(calendar)).isEqualTo(LocalDate.of(2026, 11, 11));
    }

    @Test
    void isNeverEarlierForAStopNorLaterThanTheStopTook() {
        // Given
        var random = new Random(2_026);
        for (int times = 0; times < 5_000; times++) {
            var received = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(1_500));
            var open = Deadline.of(received, random.nextInt(61));
            var asked = received.plusDays(random.nextInt(100));
            var answered = asked.plusDays(random.nextInt(100));
            // When
            var before = open.dueBy(calendar);
            var after = open.awaited(asked, answered, CLOCK_STOPS, calendar).dueBy(calendar);
            // Then
            assertThat(after).isAfterOrEqualTo(before);
            assertThat(calendar.between(before, after)).isEqualTo(calendar.between(asked, answered));
        }
    }
}
