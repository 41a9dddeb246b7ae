package org.narrowgate.ledger;

/** The log could not be written in time, or it is not known whether it was. Carries no text from the database. */
public class LedgerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LedgerUnavailableException(String what) {
        super(what);
    }
}
