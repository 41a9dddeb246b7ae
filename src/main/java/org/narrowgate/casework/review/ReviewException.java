package org.narrowgate.casework.review;

/** A caseworker cannot do what they meant to. The message is a sentence for them, without personal data of a subject. */
public final class ReviewException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Fault fault;

    public ReviewException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What went against it. */
    public enum Fault {
        /** There is no such request. */
        REQUEST_UNKNOWN,
        /** The request's state does not offer this move. */
        MOVE_NOT_OFFERED,
        /** It has moved since the caseworker saw it. */
        STALE,
        /** A colleague is at work on it. */
        CLAIMED_BY_ANOTHER,
        /** A second approval has to be somebody else's. */
        SAME_CASEWORKER,
        /** The signed-in person's roles do not go so far. */
        NOT_FOR_THIS_ROLE,
        /** A text is too short or too long. */
        TEXT_UNFIT
    }
}
