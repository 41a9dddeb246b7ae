package org.narrowgate.ledger.publication;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.tree.InclusionProof;
import org.narrowgate.ledger.tree.MerkleTree;

/**
 * That an entry is in the log that everybody sees: whoever holds it can check the entry's leaf without the log.
 *
 * @param checkpoint of the tree that the proof is about
 */
public record PublishedInclusion(InclusionProof proof, SignedNote checkpoint) {
    public PublishedInclusion {
        requireNonNull(proof);
        requireNonNull(checkpoint);
    }

    /**
     * In the log's last checkpoint; empty where that does not cover the entry yet.
     *
     * @throws org.narrowgate.ledger.LedgerUnavailableException where the log does not say
     */
    public static Optional<PublishedInclusion> of(long entry, PublishedLog log) {
        return log.latest()
                .filter(last -> entry < last.size())
                .map(last -> new PublishedInclusion(new MerkleTree(log).inclusion(entry, last.size()), last.note()));
    }
}
