package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Where a case stands. A state has a method for each move that is legal from it, and for no other. */
public sealed interface RightsState {
    /** Every move there is a method for. */
    default Set<Move> moves() {
        return switch (this) {
            case Received() -> EnumSet.of(Move.WITHDRAW, Move.UPHOLD, Move.REFUSE, Move.EXTEND);
            case Extended() -> EnumSet.of(Move.WITHDRAW, Move.UPHOLD, Move.REFUSE);
            case Standing standing -> EnumSet.of(Move.WITHDRAW, Move.LIFT);
            case Granted granted -> EnumSet.noneOf(Move.class);
            case Refused refused -> EnumSet.noneOf(Move.class);
            case Lifted lifted -> EnumSet.noneOf(Move.class);
            case Withdrawn withdrawn -> EnumSet.noneOf(Move.class);
        };
    }

    /** What can be done with a case: the person's move first, then the caseworkers'. */
    enum Move {
        WITHDRAW,
        UPHOLD,
        REFUSE,
        EXTEND,
        LIFT
    }

    /** The person can take it back. */
    sealed interface Withdrawable extends RightsState {
        default Withdrawn withdraw(Instant at) {
            return new Withdrawn(at);
        }
    }

    /** Nobody has decided yet. */
    sealed interface Open extends Withdrawable {
        /** A restriction then goes on until it is lifted; with all else, nothing is left to decide. */
        default Decided uphold(Asked asked, Reply reply) {
            return switch (asked) {
                case Asked.Restriction() -> new Standing(reply);
                case Asked.Objection objection -> new Granted(reply);
                case Asked.Rectification() -> new Granted(reply);
                case Asked.Copy() -> new Granted(reply);
            };
        }

        default Refused refuse(Reply reply) {
            return new Refused(reply);
        }
    }

    /** A caseworker has decided, and told the person why. */
    sealed interface Decided extends RightsState {
        Reply reply();
    }

    record Received() implements Open {
        /** Once: a case that was extended has no such method. */
        public Extended extend() {
            return new Extended();
        }
    }

    record Extended() implements Open {}

    /** A restriction that was upheld and holds. */
    record Standing(Reply reply) implements Decided, Withdrawable {
        public Standing {
            requireNonNull(reply);
        }

        public Lifted lift(Reply lifting) {
            return new Lifted(reply, lifting);
        }
    }

    record Granted(Reply reply) implements Decided {
        public Granted {
            requireNonNull(reply);
        }
    }

    record Refused(Reply reply) implements Decided {
        public Refused {
            requireNonNull(reply);
        }
    }

    /** A restriction that was upheld and is no longer needed. */
    record Lifted(Reply reply, Reply lifting) implements Decided {
        public Lifted {
            requireNonNull(reply);
            requireNonNull(lifting);
        }
    }

    record Withdrawn(Instant at) implements RightsState {
        public Withdrawn {
            requireNonNull(at);
        }
    }
}
