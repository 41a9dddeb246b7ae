package org.narrowgate.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.disclosure.Outcome;

/**
 * Where a tracing request stands, with all that is kept of how it came there. A state has a method for each move that
 * is legal from it, and for no other: an illegal move cannot be written down.
 */
public sealed interface CaseState {
    /** As its agency is told. */
    TracingRequestState shown();

    /** Every move there is a method for. */
    default Set<Move> moves() {
        return switch (this) {
            case UnderReview() -> EnumSet.of(Move.WITHDRAW, Move.REFUSE, Move.ASK, Move.APPROVE);
            case AwaitingSecond awaiting -> EnumSet.of(Move.WITHDRAW, Move.REFUSE, Move.ASK, Move.CONFIRM);
            case InformationRequested() -> EnumSet.of(Move.WITHDRAW, Move.REFUSE, Move.INFORM);
            case Traced traced ->
                traced.isToBeDestroyed()
                        ? EnumSet.of(Move.READ_AGAIN, Move.REPORT_MISMATCH, Move.ATTEST_DESTRUCTION)
                        : EnumSet.of(Move.READ_AGAIN, Move.REPORT_MISMATCH, Move.LAPSE);
            case Closed closed ->
                closed.isToBeDestroyed() ? EnumSet.of(Move.ATTEST_DESTRUCTION) : EnumSet.noneOf(Move.class);
            case Refused refused -> EnumSet.noneOf(Move.class);
            case NotTraced notTraced -> EnumSet.noneOf(Move.class);
            case Withdrawn() -> EnumSet.noneOf(Move.class);
        };
    }

    /** What can be done with a request; its agency's moves first, then the caseworkers', then the clock's. */
    enum Move {
        WITHDRAW,
        INFORM,
        READ_AGAIN,
        REPORT_MISMATCH,
        ATTEST_DESTRUCTION,
        ASK,
        APPROVE,
        CONFIRM,
        REFUSE,
        LAPSE
    }

    /** Nobody has decided yet: it can be taken back, and refused without limitation. */
    sealed interface Open extends CaseState {
        default Withdrawn withdraw() {
            return new Withdrawn();
        }

        default Refused refuse(Outcome.Refused outcome) {
            return new Refused(outcome);
        }
    }

    /** A caseworker's turn. */
    sealed interface InReview extends Open {
        default InformationRequested ask() {
            return new InformationRequested();
        }

        /** The last approval it needs is given: what the policy and the registry then said. */
        default Decided approve(Decided outcome) {
            return outcome;
        }
    }

    /** How a request can end a review, or be answered at once. */
    sealed interface Decided extends CaseState {}

    /** Something may have been disclosed whose destruction has to be attested. */
    sealed interface Disclosing extends CaseState {
        /** When something first was; empty where nothing was, or that is erased. */
        Optional<Instant> disclosedAt();

        /** Whether something was disclosed that nobody has yet said is gone. */
        boolean isToBeDestroyed();

        /** By when; empty where nothing is to be. */
        Optional<LocalDate> toDestroyBy();

        /** MUST be asked only where {@link #isToBeDestroyed()}. */
        Closed attest(Destruction how);
    }

    record UnderReview() implements InReview {
        @Override
        public TracingRequestState shown() {
            return TracingRequestState.UNDER_REVIEW;
        }

        public AwaitingSecond approveFirst(Approval first) {
            return new AwaitingSecond(first);
        }
    }

    /** One caseworker has approved it, and another has to. Its agency sees no difference. */
    record AwaitingSecond(Approval first) implements InReview {
        @Override
        public TracingRequestState shown() {
            return TracingRequestState.UNDER_REVIEW;
        }
    }

    record InformationRequested() implements Open {
        @Override
        public TracingRequestState shown() {
            return TracingRequestState.INFORMATION_REQUESTED;
        }

        /** Whatever was approved before the question has to be approved again. */
        UnderReview inform() {
            return new UnderReview();
        }
    }

    record Refused(Outcome.Refused outcome) implements Decided {
        @Override
        public TracingRequestState shown() {
            return TracingRequestState.REFUSED;
        }
    }

    record NotTraced(Outcome.NotTraced outcome) implements Decided {
        @Override
        public TracingRequestState shown() {
            return TracingRequestState.NOT_TRACED;
        }
    }

    record Traced(Tracing tracing) implements Decided, Disclosing {
        @Override
        public TracingRequestState shown() {
            return TracingRequestState.TRACED;
        }

        @Override
        public Optional<Instant> disclosedAt() {
            return tracing.disclosedAt();
        }

        @Override
        public boolean isToBeDestroyed() {
            return disclosedAt().isPresent();
        }

        @Override
        public Optional<LocalDate> toDestroyBy() {
            return disclosedAt().map(at -> tracing.destroyBy());
        }

        @Override
        public Closed attest(Destruction how) {
            return new Closed(Closed.Cause.DESTROYED, Optional.of(tracing), Optional.of(how));
        }

        Closed reportMismatch() {
            return new Closed(Closed.Cause.WRONG_PERSON, Optional.of(tracing), Optional.empty());
        }

        /** Nobody came to read it while it could be read. */
        public Closed lapse() {
            return new Closed(Closed.Cause.NEVER_READ, Optional.of(tracing), Optional.empty());
        }
    }

    record Withdrawn() implements CaseState {
        @Override
        public TracingRequestState shown() {
            return TracingRequestState.WITHDRAWN;
        }
    }

    /** @param tracing empty once it is erased */
    record Closed(Cause cause, Optional<Tracing> tracing, Optional<Destruction> destruction) implements Disclosing {
        /** What closed it first. */
        public enum Cause {
            DESTROYED,
            WRONG_PERSON,
            NEVER_READ
        }

        @Override
        public TracingRequestState shown() {
            return TracingRequestState.CLOSED;
        }

        @Override
        public Optional<Instant> disclosedAt() {
            return tracing.flatMap(Tracing::disclosedAt);
        }

        @Override
        public boolean isToBeDestroyed() {
            return destruction.isEmpty() && disclosedAt().isPresent();
        }

        @Override
        public Optional<LocalDate> toDestroyBy() {
            return tracing.filter(disclosed -> isToBeDestroyed()).map(Tracing::destroyBy);
        }

        @Override
        public Closed attest(Destruction how) {
            return new Closed(cause, tracing, Optional.of(how));
        }

        Closed erased() {
            return new Closed(
                    cause, Optional.empty(), destruction.map(how -> new Destruction(how.on(), CaseFile.ERASED)));
        }
    }

    /** The agency's statement that what it was given is gone. */
    record Destruction(LocalDate on, String method) {}
}
