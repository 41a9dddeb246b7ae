package org.narrowgate.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import org.narrowgate.ledger.Commitment;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.InclusionProof;

/**
 * What an agency was given to show, later and without the gateway, what the log says of its request.
 *
 * @param circumstances canonical JSON (RFC 8785)
 * @param salt of the circumstances
 * @param inclusion empty until the entry is in a checkpoint
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record Receipt(
        long entry,
        Hash leafHash,
        String circumstances,
        byte[] salt,
        Hash particularsHash,
        Optional<Inclusion> inclusion) {
    public Receipt {
        requireNonNull(leafHash);
        requireNonNull(circumstances);
        requireNonNull(particularsHash);
        requireNonNull(inclusion);
        salt = Arrays.copyOf(salt, salt.length);
        if (salt.length != Commitment.LENGTH) {
            throw new IllegalArgumentException("a salt has 32 bytes");
        }
    }

    /** Where the entry stands in the log, as of one checkpoint. */
    public record Inclusion(InclusionProof proof, SignedNote checkpoint) {
        public Inclusion {
            requireNonNull(proof);
            requireNonNull(checkpoint);
        }
    }

    /** The leaf that these circumstances belong to. */
    Hash opened() {
        var opened = Commitment.ofPart(salt, circumstances.getBytes(UTF_8));
        return Hash.leaf(Commitment.ofEntry(opened, particularsHash.bytes()));
    }
}
