package org.narrowgate.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a request is handled in time.
 *
 * @param workingDays how many it may take
 * @param stoppedDays how many its clock stood still for answered questions
 * @param dueBy follows from the three before it
 * @param exchanges oldest first
 * @param escalatedAt when it was found to be past its day
 * @param eraseOn when what was said of its subject goes; empty while it is not over
 * @param erasedAt when it went
 */
public record Handling(
        Instant receivedAt,
        int workingDays,
        int stoppedDays,
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
        return new Handling(
                moment.now(),
                workingDays,
                0,
                calendar.after(moment.today(), workingDays),
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
        return with(
                stoppedDays,
                dueBy,
                Stream.concat(exchanges.stream(), Stream.of(open)).toList());
    }

    /** @param stopped working days from the question to the answer that do not count */
    Handling answered(String information, Instant at, int stopped, WorkingDays calendar) {
        var settled = exchanges.stream()
                .map(exchange -> exchange.answer().isPresent() ? exchange : exchange.answered(information, at))
                .toList();
        return with(stoppedDays + stopped, due(workingDays, stoppedDays + stopped, calendar), settled);
    }

    public Handling prioritised(PriorityAnswer answer, int days, WorkingDays calendar) {
        return new Handling(
                receivedAt,
                days,
                stoppedDays,
                due(days, stoppedDays, calendar),
                answer,
                exchanges,
                escalatedAt,
                eraseOn,
                erasedAt);
    }

    public Handling escalated(Instant at) {
        return new Handling(
                receivedAt, workingDays, stoppedDays, dueBy, priority, exchanges, Optional.of(at), eraseOn, erasedAt);
    }

    /** What is erased already has no later day to be. */
    Handling over(LocalDate erase) {
        if (erasedAt.isPresent()) {
            return this;
        }
        return new Handling(
                receivedAt,
                workingDays,
                stoppedDays,
                dueBy,
                priority,
                exchanges,
                escalatedAt,
                Optional.of(erase),
                erasedAt);
    }

    Handling erased(Instant at) {
        return new Handling(
                receivedAt,
                workingDays,
                stoppedDays,
                dueBy,
                priority,
                List.of(),
                escalatedAt,
                eraseOn,
                Optional.of(at));
    }

    private Handling with(int stopped, LocalDate due, List<Exchange> said) {
        return new Handling(receivedAt, workingDays, stopped, due, priority, said, escalatedAt, eraseOn, erasedAt);
    }

    private LocalDate due(int days, int stopped, WorkingDays calendar) {
        return calendar.after(Moment.dayOf(receivedAt), days + stopped);
    }
}
