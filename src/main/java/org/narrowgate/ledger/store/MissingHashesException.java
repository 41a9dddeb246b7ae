package org.narrowgate.ledger.store;

import org.narrowgate.ledger.tree.Tile;

/** Rows of the tree are not there that must be. */
final class MissingHashesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingHashesException(Tile tile) {
        super("hashes of tile " + tile.path() + " are missing");
    }
}
