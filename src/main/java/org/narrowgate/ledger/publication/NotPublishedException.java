package org.narrowgate.ledger.publication;

import org.narrowgate.ledger.tree.Tile;

/** Something was asked for that no checkpoint covers yet. */
public final class NotPublishedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotPublishedException(Tile tile) {
        super("no checkpoint covers tile " + tile.path());
    }
}
