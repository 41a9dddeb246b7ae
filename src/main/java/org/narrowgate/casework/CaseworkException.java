package org.narrowgate.casework;

/** A tracing request cannot do what was asked of it. The message is a sentence for a person, without personal data. */
public final class CaseworkException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Fault fault;

    public CaseworkException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What went against it. */
    public enum Fault {
        /** No such request of this agency's. */
        REQUEST_UNKNOWN,
        /** The request's state does not offer this move. */
        MOVE_NOT_OFFERED,
        /** The same X-Request-ID came with something else in it. */
        REQUEST_ID_REUSED,
        /** The cursor is none this service gave. */
        CURSOR_INVALID,
        /** Destroyed, it says, on a day before anything was disclosed. */
        DESTROYED_BEFORE_DISCLOSED,
        /** The policy kept changing while the request was decided; ask again. */
        POLICY_CHANGING
    }
}
