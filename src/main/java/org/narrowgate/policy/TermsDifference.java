package org.narrowgate.policy;

import static java.util.stream.Collectors.joining;
import static org.narrowgate.policy.Direction.NARROWS;
import static org.narrowgate.policy.Direction.NEITHER;
import static org.narrowgate.policy.Direction.WIDENS;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.policy.Purpose.Terms;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;
import org.narrowgate.policy.ReviewTerms.SecondCaseworker;

/** What changes in how requests are handled in time, and by whom. */
record TermsDifference(Lineage before, Lineage after) {
    Stream<Said> said() {
        var then = before.purpose().terms();
        var now = after.purpose().terms();
        return Stream.of(
                        kept(
                                "retention",
                                before.least(Terms::retentionDays),
                                after.least(Terms::retentionDays),
                                "days"),
                        read(
                                "readable",
                                before.least(Terms::readableDays),
                                after.least(Terms::readableDays),
                                "for",
                                "days"),
                        read(
                                "readings",
                                before.least(Terms::readings),
                                after.least(Terms::readings),
                                "at most",
                                "times"),
                        answered("", then.responseWorkingDays(), now.responseWorkingDays()),
                        answered(
                                " of exceptional priority",
                                then.exceptionalWorkingDays(),
                                now.exceptionalWorkingDays()),
                        second(),
                        clock(),
                        reminders(),
                        erased())
                .flatMap(Optional::stream);
    }

    private static Optional<Said> kept(String aspect, int then, int now, String unit) {
        return more(aspect, then, now, "may keep what it is given for " + now + " " + unit + " instead of " + then);
    }

    private static Optional<Said> read(String aspect, int then, int now, String how, String unit) {
        return more(
                aspect, then, now, "may read an outcome again " + how + " " + now + " " + unit + " instead of " + then);
    }

    private static Optional<Said> more(String aspect, int then, int now, String phrase) {
        return then == now ? Optional.empty() : Optional.of(new Said(Direction.ofMore(then, now), aspect, phrase));
    }

    /** How soon an answer comes changes nothing in what it may hold. */
    private static Optional<Said> answered(String which, int then, int now) {
        return then == now
                ? Optional.empty()
                : Optional.of(new Said(
                        NEITHER,
                        "answer" + which,
                        "has requests" + which + " answered within " + now + " working days instead of " + then));
    }

    private Optional<Said> second() {
        if (before.review().secondCaseworker() == after.review().secondCaseworker()) {
            return Optional.empty();
        }
        return Optional.of(
                after.review().secondCaseworker() == SecondCaseworker.REQUIRED
                        ? new Said(NARROWS, "second", "now needs a second caseworker's approval")
                        : new Said(WIDENS, "second", "no longer needs a second caseworker's approval"));
    }

    private Optional<Said> clock() {
        var now = after.review().whileInformationIsAwaited();
        if (before.review().whileInformationIsAwaited() == now) {
            return Optional.empty();
        }
        var does = now == AwaitedInformation.CLOCK_STOPS ? "stop" : "run on";
        return Optional.of(new Said(
                NEITHER, "clock", "sees the clock " + does + " while it owes the answer to a caseworker's question"));
    }

    private Optional<Said> reminders() {
        var then = before.review().reminderWorkingDays();
        var now = after.review().reminderWorkingDays();
        return then.equals(now)
                ? Optional.empty()
                : Optional.of(new Said(
                        NEITHER,
                        "reminders",
                        "has caseworkers reminded of an open request " + ages(now) + " instead of " + ages(then)));
    }

    private static String ages(List<Integer> days) {
        return days.isEmpty()
                ? "never"
                : "on working day " + days.stream().map(String::valueOf).collect(joining(", "));
    }

    private Optional<Said> erased() {
        int then = before.review().erasureDays();
        int now = after.review().erasureDays();
        return more("erasure", then, now, "has closed requests erased after " + now + " days instead of " + then);
    }
}
