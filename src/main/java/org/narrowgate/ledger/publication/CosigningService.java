package org.narrowgate.ledger.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.NoteSignature;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.VerifyingKey;

/** Takes what witnesses send: cosignatures of checkpoints that this log published, by keys it was told of. */
@ApplicationScoped
public class CosigningService {
    private final PublishedLog log;
    private final Witnesses witnesses;
    private final Cosignatures cosignatures;

    CosigningService(PublishedLog log, Witnesses witnesses, Cosignatures cosignatures) {
        this.log = log;
        this.witnesses = witnesses;
        this.cosignatures = cosignatures;
    }

    /** What became of a note that was sent. */
    public sealed interface Taking {
        record Taken() implements Taking {}

        /** The log published no checkpoint with that text. */
        record UnknownCheckpoint() implements Taking {}

        /** No signature is by a witness that is configured. */
        record UnknownWitness() implements Taking {}

        /** It is no note, or a signature in a known witness's name does not hold. The reason quotes nothing of it. */
        record Unreadable(String reason) implements Taking {}
    }

    /** A signature that claims to be a witness's, and when it was made; empty where it does not hold. */
    private record Claim(VerifyingKey witness, NoteSignature signature, Optional<Instant> cosignedAt) {}

    /** @param note a checkpoint with cosignatures under it; other signatures do not count */
    public Taking take(byte[] note) {
        try {
            return take(SignedNote.parse(note));
        } catch (MalformedNoteException e) {
            return new Taking.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Taking take(SignedNote note) {
        long size = Checkpoint.parse(note.text()).size();
        if (log.at(size)
                .filter(known -> known.note().text().equals(note.text()))
                .isEmpty()) {
            return new Taking.UnknownCheckpoint();
        }
        var claims = witnesses.keys().stream()
                .flatMap(key -> note.signatures().stream()
                        .filter(key::isMeantBy)
                        .map(signature -> new Claim(key, signature, key.cosignedAt(note.text(), signature))))
                .toList();
        if (claims.isEmpty()) {
            return new Taking.UnknownWitness();
        }
        if (claims.stream().anyMatch(claim -> claim.cosignedAt().isEmpty())) {
            return new Taking.Unreadable("a signature in a witness's name is not its key's");
        }
        claims.forEach(claim ->
                claim.cosignedAt().ifPresent(at -> cosignatures.keep(size, claim.witness(), claim.signature(), at)));
        return new Taking.Taken();
    }
}
