package org.narrowgate.ledger.verification;

/** The log answers, and does not have what it was asked for. */
public final class NotServedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotServedException(String what) {
        super(what);
    }
}
