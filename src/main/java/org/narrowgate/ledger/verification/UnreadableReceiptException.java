package org.narrowgate.ledger.verification;

/** A file does not hold one whole receipt; the message says what is missing. */
public final class UnreadableReceiptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableReceiptException(String why) {
        super(why);
    }
}
