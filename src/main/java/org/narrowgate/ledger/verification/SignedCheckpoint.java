package org.narrowgate.ledger.verification;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SignedNote.Signers;
import org.narrowgate.ledger.note.VerifyingKey;

/**
 * A checkpoint that a known key of its log has signed.
 *
 * @param keys the known ones that signed
 */
record SignedCheckpoint(SignedNote note, Checkpoint checkpoint, List<VerifyingKey> keys) {
    SignedCheckpoint {
        requireNonNull(note);
        requireNonNull(checkpoint);
        keys = List.copyOf(keys);
    }

    /** The newest checkpoint of a log. */
    static SignedCheckpoint newest(LogSource log, TrustedKeys known) {
        try {
            return check(log.checkpoint(), known.keys(), "checkpoint");
        } catch (NotServedException e) {
            // Nothing was promised: it may be another address altogether.
            throw new LogUnreachableException("there is no checkpoint: " + e.getMessage());
        }
    }

    /**
     * Believes a note only where a known key named like the log has signed it, and no signature in a known key's name
     * is wrong.
     *
     * @param place what is said to be wrong where it is
     */
    static SignedCheckpoint check(byte[] bytes, Collection<VerifyingKey> known, String place) {
        try {
            return check(SignedNote.parse(bytes), known, place);
        } catch (MalformedNoteException e) {
            throw new BrokenLogException(place + ": " + e.getMessage());
        }
    }

    static SignedCheckpoint check(SignedNote note, Collection<VerifyingKey> known, String place) {
        var checkpoint = read(note, place);
        var itsOwn = known.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        return switch (note.signers(itsOwn)) {
            case Signers.Known(var keys) -> new SignedCheckpoint(note, checkpoint, keys);
            case Signers.Unknown() -> throw new BrokenLogException(place + ": no known key of its log signed it");
            case Signers.Forged(var key) ->
                throw new BrokenLogException(place + ": its signature in the name of " + key.text() + " is wrong");
        };
    }

    private static Checkpoint read(SignedNote note, String place) {
        try {
            return Checkpoint.parse(note.text());
        } catch (MalformedNoteException e) {
            throw new BrokenLogException(place + ": " + e.getMessage());
        }
    }
}
