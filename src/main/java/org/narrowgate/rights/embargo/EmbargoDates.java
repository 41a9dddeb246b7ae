package org.narrowgate.rights.embargo;

import static org.narrowgate.casework.review.ReviewException.Fault.MOVE_NOT_OFFERED;
import static org.narrowgate.casework.review.ReviewException.Fault.TEXT_UNFIT;

import java.time.LocalDate;
import org.narrowgate.casework.review.ReviewException;

/** The days an embargo may have: at most twelve months, looked at again within six, and never in the past. */
final class EmbargoDates {
    private EmbargoDates() {}

    /** @throws ReviewException TEXT_UNFIT with a sentence */
    static Term required(LocalDate until, LocalDate reviewBy, LocalDate today) {
        if (until.isBefore(today)) {
            throw unfit("The embargo's last day has passed.");
        }
        if (until.isAfter(Term.latest(today))) {
            throw unfit("An embargo lasts " + Term.MOST_MONTHS + " months at most.");
        }
        if (reviewBy.isBefore(today)) {
            throw unfit("The day of its review has passed.");
        }
        if (reviewBy.isAfter(until)) {
            throw unfit("An embargo is reviewed before it ends.");
        }
        if (reviewBy.isAfter(today.plusMonths(Term.MOST_MONTHS_TO_REVIEW))) {
            throw unfit("An embargo is reviewed within " + Term.MOST_MONTHS_TO_REVIEW + " months.");
        }
        return new Term(until, reviewBy);
    }

    /** A proposal lies there for a while: its days must not have passed when somebody agrees to it. */
    static void requireStillToCome(Term term, LocalDate today) {
        if (term.reviewBy().isBefore(today)) {
            throw new ReviewException(
                    MOVE_NOT_OFFERED, "The days proposed have passed. Nothing was done; propose others.");
        }
    }

    private static ReviewException unfit(String sentence) {
        return new ReviewException(TEXT_UNFIT, sentence);
    }
}
