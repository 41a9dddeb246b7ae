package org.narrowgate.ledger.note;

/** A note, a checkpoint or a key is not what its format says; the message says what is wrong with it. */
public final class MalformedNoteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedNoteException(String what) {
        super(what);
    }
}
