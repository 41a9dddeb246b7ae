package org.narrowgate.ledger.publication;

import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;
import org.narrowgate.ledger.tree.Tiles;

/**
 * The log as everybody may read it: nothing beyond its last checkpoint.
 *
 * <p>Every method throws {@link org.narrowgate.ledger.LedgerUnavailableException} where the log cannot be read. A log
 * that is not any more what its checkpoint says is not hidden: it is shown as it is, so that everybody can find it out.
 */
public interface PublishedLog extends Tiles {
    /** The last checkpoint, and never one that contradicts what was shown before; empty before the first. */
    Optional<PublishedCheckpoint> latest();

    /** The checkpoint of just this size, where one was published. */
    Optional<PublishedCheckpoint> at(long size);

    /** The largest checkpoint that as many witnesses cosigned as are asked for, with their cosignatures. */
    Optional<SignedNote> witnessed();

    /**
     * Throws {@link LostFromLogException} where it covers the tile, and the tile is not there.
     *
     * @throws NotPublishedException where the last checkpoint does not cover the whole tile
     */
    @Override
    List<Hash> hashes(Tile tile);

    /**
     * The public entries under a tile of level 0, each its length in two bytes, big-endian, and then its 32 bytes. They
     * are computed from what is written down, never from the leaf hash beside it.
     *
     * <p>Throws {@link LostFromLogException} where an entry is covered, and is not there.
     *
     * @throws NotPublishedException where the last checkpoint does not cover the whole tile
     */
    byte[] entries(Tile tile);
}
