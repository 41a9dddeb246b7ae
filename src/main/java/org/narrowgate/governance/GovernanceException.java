package org.narrowgate.governance;

import static java.util.Objects.requireNonNull;

/** Somebody cannot do to the policy what they meant to. The message is a sentence for them. */
public final class GovernanceException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Fault fault;

    public GovernanceException(Fault fault, String sentence) {
        super(sentence);
        this.fault = requireNonNull(fault);
    }

    public Fault fault() {
        return fault;
    }

    /** What went against it. */
    public enum Fault {
        /** There is no such draft. */
        DRAFT_UNKNOWN,
        /** No version has this number. */
        VERSION_UNKNOWN,
        /** What is to be stopped or consulted on is not there. */
        TARGET_UNKNOWN,
        /** The signed-in person's roles do not go so far. */
        NOT_FOR_THIS_ROLE,
        /** The draft has changed since the person saw it. */
        STALE,
        /** The state of the draft does not offer this move. */
        NOT_OFFERED,
        /** Whoever wrote or submitted it cannot approve it. */
        SAME_PERSON,
        /** A text is too short or too long. */
        TEXT_UNFIT,
        /** A moment lies in the past, or too far ahead. */
        MOMENT_UNFIT,
        /** A purpose that may be widened only after an open consultation would be widened without one. */
        CONSULTATION_NEEDED,
        /** Another version has come into force since the draft began. */
        BASE_SUPERSEDED,
        /** The draft is the version in force, word for word. */
        NOTHING_CHANGED,
        /** Versions that are announced would never come into force, and nobody has said that they may fall away. */
        ANNOUNCED_FALL_AWAY
    }
}
