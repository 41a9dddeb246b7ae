package org.narrowgate.ledger.publication;

import org.narrowgate.ledger.LedgerUnavailableException;

/** Something that a checkpoint covers is not there any more: the database answers, and rows were taken away. */
public final class LostFromLogException extends LedgerUnavailableException {
    private static final long serialVersionUID = 1;

    public LostFromLogException(String what) {
        super(what);
    }
}
