package org.narrowgate.ledger.publication;

import java.time.Instant;
import org.narrowgate.ledger.note.NoteSignature;
import org.narrowgate.ledger.note.VerifyingKey;

/** What witnesses cosigned. */
public interface Cosignatures {
    /** Keeps the first of a witness for a checkpoint that was published; a later one of the same changes nothing. */
    void keep(long size, VerifyingKey witness, NoteSignature signature, Instant cosignedAt);
}
