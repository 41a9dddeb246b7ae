package org.narrowgate.web.console.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.narrowgate.casework.review.Claim;
import org.narrowgate.casework.review.Timeliness;
import org.narrowgate.web.LondonTime;

/** Deadlines, ages and claims in words. */
final class TimeWords {
    // Fewer than this many working days left is worth a caseworker's eye.
    private static final int SOON = 4;

    private TimeWords() {}

    static Sign deadline(Timeliness timeliness) {
        return switch (timeliness) {
            case Timeliness.Running running -> deadline(running);
            case Timeliness.Stopped stopped -> Sign.plain("Clock stopped: waiting for the agency");
            case Timeliness.Over() -> Sign.plain("Over");
        };
    }

    private static Sign deadline(Timeliness.Running running) {
        if (running.isOverdue()) {
            return Sign.bad("Overdue by " + workingDays(-running.left()));
        }
        if (running.left() == 0) {
            return Sign.middle("Due today");
        }
        var left = workingDays(running.left()) + " left";
        return running.left() < SOON ? Sign.middle(left) : Sign.good(left);
    }

    /** When it is due, or how much is left once its clock runs again; empty once it is over. */
    static String due(Timeliness timeliness) {
        return switch (timeliness) {
            case Timeliness.Running running -> "Due " + LondonTime.day(running.dueBy());
            case Timeliness.Stopped stopped when stopped.left() < 0 -> "Overdue already when the question was asked";
            case Timeliness.Stopped stopped -> workingDays(stopped.left()) + " left once the agency answers";
            case Timeliness.Over() -> "";
        };
    }

    /** How long it has been open; empty once it is over. */
    static String age(Timeliness timeliness) {
        return switch (timeliness) {
            case Timeliness.Running running -> age(running.age());
            case Timeliness.Stopped stopped -> age(stopped.age());
            case Timeliness.Over() -> "";
        };
    }

    static String workingDays(int days) {
        return days == 1 ? "1 working day" : days + " working days";
    }

    private static String age(int days) {
        return days == 0 ? "Came in today" : "Open for " + workingDays(days);
    }

    static String claim(Claim claim, String staffId) {
        var who = claim.by().equals(staffId) ? "you" : claim.name();
        return "Claimed by " + who + " until " + LondonTime.clock(claim.until());
    }

    /** What is left of the 72 hours of an incident, or that they are over, or that it is closed. */
    static Sign incident(Instant dueBy, Optional<Instant> closedAt, Instant now) {
        if (closedAt.isPresent()) {
            return Sign.plain("Closed");
        }
        var left = Duration.between(now, dueBy);
        if (left.isNegative()) {
            return Sign.bad("72 hours are over: by " + hours(left.abs()));
        }
        var words = hours(left) + " left of 72";
        return left.toHours() < 24 ? Sign.middle(words) : Sign.good(words);
    }

    private static String hours(Duration duration) {
        return switch ((int) duration.toHours()) {
            case 0 -> "less than an hour";
            case 1 -> "1 hour";
            default -> duration.toHours() + " hours";
        };
    }
}
