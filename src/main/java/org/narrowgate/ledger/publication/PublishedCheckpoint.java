package org.narrowgate.ledger.publication;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;

/**
 * A checkpoint as the log published it.
 *
 * @param note signed by the log alone
 * @param publishedAt by the database's clock
 */
public record PublishedCheckpoint(Checkpoint checkpoint, SignedNote note, Instant publishedAt) {
    public PublishedCheckpoint {
        requireNonNull(checkpoint);
        requireNonNull(note);
        requireNonNull(publishedAt);
    }

    /** @throws org.narrowgate.ledger.note.MalformedNoteException where the text is no signed checkpoint */
    public static PublishedCheckpoint of(String note, Instant publishedAt) {
        var signed = SignedNote.parse(note);
        return new PublishedCheckpoint(Checkpoint.parse(signed.text()), signed, publishedAt);
    }

    public long size() {
        return checkpoint.size();
    }
}
