package org.narrowgate.ledger.tree;

import java.util.List;

/** Where the tiles of a tree lie. */
@FunctionalInterface
public interface Tiles {
    /** Exactly {@code tile.width()} hashes; throws what the place throws where it cannot give them. */
    List<Hash> hashes(Tile tile);
}
