package org.narrowgate.rights.embargo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long an embargo is to hold.
 *
 * @param until the last day on which nothing shows
 * @param reviewBy the last such day unless it is reviewed; not after {@code until}
 */
public record Term(LocalDate until, LocalDate reviewBy) {
    /** An embargo is reviewed after half a year at the latest. */
    public static final int MOST_MONTHS_TO_REVIEW = 6;

    /** It ends after a year at the latest, unless two decide anew. */
    public static final int MOST_MONTHS = 12;

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    public Term {
        requireNonNull(until);
        requireNonNull(reviewBy);
        if (reviewBy.isAfter(until)) {
            throw new IllegalArgumentException("an embargo is reviewed before it ends");
        }
    }

    /** With the last day of review that there may be. */
    public static Term reviewedLate(LocalDate until, LocalDate today) {
        var latest = today.plusMonths(MOST_MONTHS_TO_REVIEW);
        return new Term(until, until.isBefore(latest) ? until : latest);
    }

    /** The last day an embargo that is decided on today may have. */
    public static LocalDate latest(LocalDate today) {
        return today.plusMonths(MOST_MONTHS);
    }

    /** From when on everything shows, where nothing is decided before. */
    Instant end() {
        return reviewBy.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** Whether it ends for want of a review, and not on its own last day. */
    boolean lapses() {
        return reviewBy.isBefore(until);
    }
}
