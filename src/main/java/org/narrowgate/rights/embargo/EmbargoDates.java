package org.narrowgate.rights.embargo;

import static org.narrowgate.casework.review.ReviewException.Fault.MOVE_NOT_OFFERED;
import static org.narrowgate.casework.review.ReviewException.Fault.TEXT_UNFIT;

import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.casework.review.ReviewException;
import org.narrowgate.rights.embargo.DateFault.Which;

/** The days an embargo may have: at most twelve months, looked at again within six, and never in the past. */
final class EmbargoDates {
    private EmbargoDates() {}

    /** What is wrong with these days, on a day on which they are proposed; empty where nothing is. */
    static Optional<DateFault> fault(LocalDate until, LocalDate reviewBy, LocalDate today) {
        if (until.isBefore(today)) {
            return Optional.of(new DateFault(Which.UNTIL, "An embargo's last day is today or later."));
        }
        if (until.isAfter(Term.latest(today))) {
            return Optional.of(new DateFault(Which.UNTIL, "An embargo lasts " + Term.MOST_MONTHS + " months at most."));
        }
        if (reviewBy.isBefore(today)) {
            return Optional.of(new DateFault(Which.REVIEW_BY, "An embargo is reviewed today or later."));
        }
        if (reviewBy.isAfter(until)) {
            return Optional.of(new DateFault(Which.REVIEW_BY, "An embargo is reviewed before it ends."));
        }
        return reviewBy.isAfter(today.plusMonths(Term.MOST_MONTHS_TO_REVIEW))
                ? Optional.of(new DateFault(
                        Which.REVIEW_BY, "An embargo is reviewed within " + Term.MOST_MONTHS_TO_REVIEW + " months."))
                : Optional.empty();
    }

    /** @throws ReviewException TEXT_UNFIT with a sentence */
    static Term required(LocalDate until, LocalDate reviewBy, LocalDate today) {
        fault(until, reviewBy, today).ifPresent(found -> {
            throw new ReviewException(TEXT_UNFIT, found.sentence());
        });
        return new Term(until, reviewBy);
    }

    /** A proposal lies there for a while: its days must not have passed when somebody agrees to it. */
    static void requireStillToCome(Term term, LocalDate today) {
        if (term.reviewBy().isBefore(today)) {
            throw new ReviewException(
                    MOVE_NOT_OFFERED, "The days proposed have passed. Nothing was done; propose others.");
        }
    }
}
