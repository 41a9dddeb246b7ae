package org.narrowgate.rights.embargo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.casework.TracingRequestId;

/**
 * Something to be done about the embargo of a request, before it is written.
 *
 * @param number of the event it becomes, which is the next one; else it was decided on what is no more
 * @param at when it was decided, by the clock that also dates what is disclosed
 */
record EmbargoMove(TracingRequestId request, int number, Instant at, Kind kind) {
    EmbargoMove {
        requireNonNull(request);
        requireNonNull(at);
        requireNonNull(kind);
    }

    /** What is done. */
    sealed interface Kind {
        record ToAsk(LocalDate until) implements Kind {}

        record ToPropose(StaffMember by, Term term) implements Kind {}

        record ToApprove(StaffMember by, EmbargoEvent.Proposed proposal) implements Kind {}

        record ToRefuse(StaffMember by) implements Kind {}

        record ToEnd(StaffMember by) implements Kind {}
    }

    /** As the table names it, and the log after a hyphen. */
    String word() {
        return switch (kind) {
            case Kind.ToAsk ask -> "asked";
            case Kind.ToPropose proposal -> "proposed";
            case Kind.ToApprove approval -> "approved";
            case Kind.ToRefuse refusal -> "refused";
            case Kind.ToEnd end -> "ended";
        };
    }

    Optional<StaffMember> by() {
        return switch (kind) {
            case Kind.ToAsk ask -> Optional.empty();
            case Kind.ToPropose(var by, var term) -> Optional.of(by);
            case Kind.ToApprove(var by, var proposal) -> Optional.of(by);
            case Kind.ToRefuse(var by) -> Optional.of(by);
            case Kind.ToEnd(var by) -> Optional.of(by);
        };
    }

    Optional<LocalDate> until() {
        return switch (kind) {
            case Kind.ToAsk(var until) -> Optional.of(until);
            case Kind.ToPropose(var by, var term) -> Optional.of(term.until());
            case Kind.ToApprove(var by, var proposal) ->
                Optional.of(proposal.term().until());
            case Kind.ToRefuse refusal -> Optional.empty();
            case Kind.ToEnd end -> Optional.empty();
        };
    }

    Optional<LocalDate> reviewBy() {
        return switch (kind) {
            case Kind.ToPropose(var by, var term) -> Optional.of(term.reviewBy());
            case Kind.ToApprove(var by, var proposal) ->
                Optional.of(proposal.term().reviewBy());
            case Kind.ToAsk ask -> Optional.empty();
            case Kind.ToRefuse refusal -> Optional.empty();
            case Kind.ToEnd end -> Optional.empty();
        };
    }

    Optional<StaffMember> proposedBy() {
        return kind instanceof Kind.ToApprove(var by, var proposal) ? Optional.of(proposal.by()) : Optional.empty();
    }
}
