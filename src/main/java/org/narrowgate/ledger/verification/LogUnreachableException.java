package org.narrowgate.ledger.verification;

/** The log, or what was seen of it before, could not be looked at: nothing is known of whether it holds. */
public final class LogUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LogUnreachableException(String why) {
        super(why);
    }
}
