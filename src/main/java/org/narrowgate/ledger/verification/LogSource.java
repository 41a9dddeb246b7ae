package org.narrowgate.ledger.verification;

import org.narrowgate.ledger.tree.Tile;

/**
 * Where a published log (C2SP tlog-tiles) can be read. Every method throws {@link NotServedException} where the place
 * is there and what was asked for is not, and {@link LogUnreachableException} where nobody can tell.
 */
public interface LogSource {
    /** The newest checkpoint, a signed note. */
    byte[] checkpoint();

    /** The newest checkpoint that as many witnesses cosigned as the log asks for. */
    byte[] witnessed();

    /** The keys that the log says are its own, one a line. */
    byte[] keys();

    /** A tile's hashes, one after the other. */
    byte[] tile(Tile tile);

    /** The entries under a tile of level 0, each after its length in two bytes. */
    byte[] entries(Tile tile);
}
