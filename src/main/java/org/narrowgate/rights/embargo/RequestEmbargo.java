package org.narrowgate.rights.embargo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.rights.embargo.EmbargoEvent.Approved;
import org.narrowgate.rights.embargo.EmbargoEvent.Asked;
import org.narrowgate.rights.embargo.EmbargoEvent.Ended;
import org.narrowgate.rights.embargo.EmbargoEvent.Proposed;
import org.narrowgate.rights.embargo.EmbargoEvent.Refused;

/**
 * All that was done about the embargo of one request.
 *
 * @param events oldest first
 */
public record RequestEmbargo(List<EmbargoEvent> events) {
    public static final RequestEmbargo NONE = new RequestEmbargo(List.of());

    public RequestEmbargo {
        events = List.copyOf(events);
    }

    /** What somebody has seen who has seen all of it: the number of the last event, 0 where there is none. */
    public int version() {
        return events.isEmpty() ? 0 : events.getLast().place().number();
    }

    /** What the agency asked for and nobody has answered. */
    public Optional<Asked> ask() {
        return undecided(Asked.class);
    }

    /** Whether the agency ever asked for one. */
    public boolean wasAsked() {
        return events.stream().anyMatch(Asked.class::isInstance);
    }

    /** What a caseworker has proposed and no colleague decided on. */
    public Optional<Proposed> proposal() {
        return undecided(Proposed.class);
    }

    /** The embargo that holds, or would hold had its day not passed; empty where none was approved or it was ended. */
    public Optional<Approved> approved() {
        Optional<Approved> approved = Optional.empty();
        for (var event : events) {
            approved = switch (event) {
                case Approved one -> Optional.of(one);
                case Ended ended -> Optional.empty();
                case Asked asked -> approved;
                case Proposed proposed -> approved;
                case Refused refused -> approved;
            };
        }
        return approved;
    }

    /** The embargo that holds at this moment. */
    public Optional<Approved> inForce(Instant now) {
        return approved().filter(one -> now.isBefore(one.term().end()));
    }

    /** Empty where nobody ever asked for or proposed one. */
    public Optional<EmbargoState> state(Instant now) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        if (inForce(now).isPresent()) {
            return Optional.of(EmbargoState.IN_FORCE);
        }
        if (proposal().isPresent()) {
            return Optional.of(EmbargoState.PROPOSED);
        }
        if (ask().isPresent()) {
            return Optional.of(EmbargoState.ASKED);
        }
        return Optional.of(
                switch (events.getLast()) {
                    case Approved one -> past(one.term());
                    case Ended ended -> EmbargoState.ENDED;
                    case Refused refused ->
                        approved().map(one -> past(one.term())).orElse(EmbargoState.REFUSED);
                    case Asked asked -> EmbargoState.ASKED;
                    case Proposed proposed -> EmbargoState.PROPOSED;
                });
    }

    /** The last day of what {@link #state} names; empty where a caseworker refused or ended it. */
    public Optional<LocalDate> until(Instant now) {
        return state(now).flatMap(state -> switch (state) {
            case IN_FORCE, LAPSED -> approved().map(one -> one.term().until());
            case PROPOSED -> proposal().map(one -> one.term().until());
            case ASKED -> ask().map(Asked::until);
            case ENDED -> approved().map(one -> one.term().until());
            case REFUSED -> Optional.empty();
        });
    }

    /** By when what {@link #state} names is or was to be reviewed. */
    public Optional<LocalDate> reviewBy(Instant now) {
        return state(now).flatMap(state -> switch (state) {
            case IN_FORCE, LAPSED -> approved().map(one -> one.term().reviewBy());
            case PROPOSED -> proposal().map(one -> one.term().reviewBy());
            case ASKED, ENDED, REFUSED -> Optional.empty();
        });
    }

    /** The times during which it held or holds, as far as is decided. */
    List<Span> spans() {
        var spans = new ArrayList<Span>();
        Optional<Approved> holding = Optional.empty();
        for (var event : events) {
            var at = event.place().at();
            switch (event) {
                case Approved next -> {
                    holding.ifPresent(one -> spans.add(span(one, at)));
                    holding = Optional.of(next);
                }
                case Ended ended -> {
                    holding.ifPresent(one -> spans.add(span(one, at)));
                    holding = Optional.empty();
                }
                case Asked asked -> {}
                case Proposed proposed -> {}
                case Refused refused -> {}
            }
        }
        holding.ifPresent(one -> spans.add(span(one, one.term().end())));
        return spans;
    }

    private static Span span(Approved one, Instant endedAt) {
        var end = one.term().end();
        return new Span(one.place().at(), end.isBefore(endedAt) ? end : endedAt);
    }

    private static EmbargoState past(Term term) {
        return term.lapses() ? EmbargoState.LAPSED : EmbargoState.ENDED;
    }

    private <E extends EmbargoEvent> Optional<E> undecided(Class<E> kind) {
        Optional<E> found = Optional.empty();
        for (var event : events) {
            found = switch (event) {
                case Approved approved -> Optional.empty();
                case Refused refused -> Optional.empty();
                case Asked asked -> kind.isInstance(asked) ? Optional.of(kind.cast(asked)) : found;
                case Proposed proposed -> kind.isInstance(proposed) ? Optional.of(kind.cast(proposed)) : found;
                case Ended ended -> Optional.empty();
            };
        }
        return found;
    }
}
