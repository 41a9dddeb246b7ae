package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

/** Somebody cannot do what they meant to. The message is a sentence for them, without personal data. */
public final class RightsException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Fault fault;

    public RightsException(Fault fault, String sentence) {
        super(sentence);
        this.fault = requireNonNull(fault);
    }

    public Fault fault() {
        return fault;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What went against it. */
    public enum Fault {
        /** There is no such case, or it is somebody else's. */
        CASE_UNKNOWN,
        /** It cannot be asked, or the case's state does not offer this move. */
        NOT_OFFERED,
        /** The same was asked before and is open, or holds. */
        ALREADY_ASKED,
        /** The case has moved since it was seen. */
        STALE,
        /** The signed-in person's roles do not go so far. */
        NOT_FOR_THIS_ROLE,
        /** A text is too short or too long, or holds what cannot be printed. */
        TEXT_UNFIT
    }
}
