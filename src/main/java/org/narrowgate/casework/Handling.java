package org.narrowgate.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;

/**
 * How a request is handled in time.
 *
 * @param dueBy what the deadline came to when it was last set: a calendar that changes later does not move it
 * @param exchanges oldest first
 * @param escalatedAt when it was found to be past its day
 * @param eraseOn when what was said of its subject goes; empty while it is not over
 * @param erasedAt when it went
 */
public record Handling(
        Instant receivedAt,
        Deadline deadline,
        LocalDate dueBy,
        PriorityAnswer priority,
        List<Exchange> exchanges,
        Optional<Instant> escalatedAt,
        Optional<LocalDate> eraseOn,
        Optional<Instant> erasedAt) {
    public Handling {
        exchanges = List.copyOf(exchanges);
    }

    /** What became of an agency's wish for exceptional priority. */
    public enum PriorityAnswer {
        NOT_ASKED,
        AWAITED,
        ACCEPTED,
        DECLINED
    }

    static Handling begun(Moment moment, int workingDays, Priority asked, WorkingDays calendar) {
        var deadline = Deadline.of(moment.today(), workingDays);
        return new Handling(
                moment.now(),
                deadline,
                deadline.dueBy(calendar),
                switch (asked) {
                    case STANDARD -> PriorityAnswer.NOT_ASKED;
                    case EXCEPTIONAL -> PriorityAnswer.AWAITED;
                },
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The question that waits for its answer. */
    public Optional<Exchange> openExchange() {
        return exchanges.stream()
                .filter(exchange -> exchange.answer().isEmpty())
                .findFirst();
    }

    public Handling asked(String question, Instant at) {
        var open = new Exchange(question, at, Optional.empty());
        return new Handling(
                receivedAt,
                deadline,
                dueBy,
                priority,
                Stream.concat(exchanges.stream(), Stream.of(open)).toList(),
                escalatedAt,
                eraseOn,
                erasedAt);
    }

    /** @param clock what it did while the agency was asked */
    Handling answered(String information, Moment moment, AwaitedInformation clock, WorkingDays calendar) {
        var asked = Moment.dayOf(openExchange().orElseThrow().askedAt());
        var moved = deadline.awaited(asked, moment.today(), clock, calendar);
        var settled = exchanges.stream()
                .map(exchange ->
                        exchange.answer().isPresent() ? exchange : exchange.answered(information, moment.now()))
                .toList();
        return new Handling(
                receivedAt, moved, moved.dueBy(calendar), priority, settled, escalatedAt, eraseOn, erasedAt);
    }

    /** @param days working days from receipt to answer from now on */
    public Handling prioritised(PriorityAnswer answer, int days, WorkingDays calendar) {
        var moved = deadline.within(days);
        return new Handling(
                receivedAt, moved, moved.dueBy(calendar), answer, exchanges, escalatedAt, eraseOn, erasedAt);
    }

    public Handling escalated(Instant at) {
        return new Handling(receivedAt, deadline, dueBy, priority, exchanges, Optional.of(at), eraseOn, erasedAt);
    }

    /** What is erased already has no later day to be. */
    Handling over(LocalDate erase) {
        return erasedAt.isPresent()
                ? this
                : new Handling(
                        receivedAt, deadline, dueBy, priority, exchanges, escalatedAt, Optional.of(erase), erasedAt);
    }

    Handling erased(Instant at) {
        return new Handling(receivedAt, deadline, dueBy, priority, List.of(), escalatedAt, eraseOn, Optional.of(at));
    }
}
