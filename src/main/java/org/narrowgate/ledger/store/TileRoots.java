package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/**
 * The roots of full tiles, added as tiles fill. Each batch is committed: what is added is where the next one starts from,
 * whoever computes it, and a batch is all that memory ever holds.
 */
final class TileRoots {
    /** Tiles in one commit. */
    static final int BATCH = 64;

    private TileRoots() {}

    /**
     * Adds the roots of all tiles that are full in a tree of {@code size} leaves and have none yet.
     *
     * @param connection not in auto-commit
     */
    static void extend(Connection connection, long size) throws SQLException {
        for (int level = 0; Tile.hashes(level, size) >= Tile.WIDTH; level++) {
            extend(connection, level, Tile.hashes(level + 1, size));
        }
    }

    private static void extend(Connection connection, int level, long full) throws SQLException {
        long next = TreeRows.fullTiles(connection, level);
        while (next < full) {
            int tiles = (int) Math.min(BATCH, full - next);
            var hashes = TreeRows.hashes(connection, level, next * Tile.WIDTH, tiles * Tile.WIDTH);
            if (hashes.size() < tiles * Tile.WIDTH) {
                throw new MissingHashesException(new Tile(level, next + hashes.size() / Tile.WIDTH, Tile.WIDTH));
            }
            var roots = new ArrayList<Hash>(tiles);
            for (int tile = 0; tile < tiles; tile++) {
                roots.add(root(hashes.subList(tile * Tile.WIDTH, (tile + 1) * Tile.WIDTH)));
            }
            TreeRows.addRoots(connection, level, next, roots);
            connection.commit();
            next += tiles;
        }
    }

    /** The root over the 256 hashes of a full tile. */
    static Hash root(List<Hash> hashes) {
        var nodes = hashes;
        while (nodes.size() > 1) {
            var parents = new ArrayList<Hash>(nodes.size() / 2);
            for (int i = 0; i < nodes.size(); i += 2) {
                parents.add(Hash.node(nodes.get(i), nodes.get(i + 1)));
            }
            nodes = parents;
        }
        return nodes.getFirst();
    }
}
