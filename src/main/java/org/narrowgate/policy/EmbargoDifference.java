package org.narrowgate.policy;

import static org.narrowgate.policy.Direction.NARROWS;
import static org.narrowgate.policy.Direction.WIDENS;

import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.policy.Purpose.Embargo;
import org.narrowgate.policy.Purpose.Restriction;

/** What changes in how far people's own rights reach: to have processing restricted, and to see what was disclosed. */
record EmbargoDifference(Lineage before, Lineage after) {
    Stream<Said> said() {
        var then = before.embargo();
        var now = after.embargo();
        return Stream.of(restriction(), delay(then, now), review(then, now)).flatMap(Optional::stream);
    }

    private Optional<Said> restriction() {
        if (before.restriction() == after.restriction()) {
            return Optional.empty();
        }
        return Optional.of(
                after.restriction() == Restriction.STANDS
                        ? new Said(WIDENS, "restriction", "may now trace people who have had processing restricted")
                        : new Said(
                                NARROWS,
                                "restriction",
                                "may no longer trace people who have had processing restricted"));
    }

    private static Optional<Said> delay(Optional<Embargo> then, Optional<Embargo> now) {
        int daysThen = then.map(Embargo::days).orElse(0);
        int daysNow = now.map(Embargo::days).orElse(0);
        return daysThen == daysNow
                ? Optional.empty()
                : Optional.of(new Said(
                        Direction.ofMore(daysThen, daysNow),
                        "embargo",
                        "has a disclosure shown in the person's own record " + after(daysNow) + " instead of "
                                + after(daysThen)));
    }

    private static String after(int days) {
        return switch (days) {
            case 0 -> "at once";
            case 1 -> "after 1 day";
            default -> "after " + days + " days";
        };
    }

    /** Until its review an embargo delays, so a later one delays more; where there was none, the delay says it all. */
    private static Optional<Said> review(Optional<Embargo> then, Optional<Embargo> now) {
        if (then.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        var dayThen = then.get().reviewBy();
        var dayNow = now.get().reviewBy();
        return dayThen.equals(dayNow)
                ? Optional.empty()
                : Optional.of(new Said(
                        dayNow.isAfter(dayThen) ? WIDENS : NARROWS,
                        "embargo review",
                        "has its embargo reviewed by " + dayNow + " instead of " + dayThen));
    }
}
