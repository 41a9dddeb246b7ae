package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/**
 * Goes round the full tiles, a few at a time, and holds the entries against their leaf hashes and these against the tree:
 * what was altered long after it was signed shows to the signer too, not to auditors alone.
 */
final class Patrol {
    private static final int TILES_A_ROUND = 4;

    private long next;

    /** Why nothing may be signed; said again until the tile that does not fit does. */
    Optional<String> round(Connection connection) {
        try {
            long full = TreeRows.fullTiles(connection, 0);
            for (int i = 0; i < Math.min(TILES_A_ROUND, full); i++) {
                if (next >= full) {
                    next = 0;
                }
                var fault = fault(connection, next);
                if (fault.isPresent()) {
                    return fault;
                }
                next++;
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw new LedgerUnavailableException("the log could not be read, state " + e.getSQLState());
        }
    }

    private static Optional<String> fault(Connection connection, long number) throws SQLException {
        var tile = new Tile(0, number, Tile.WIDTH);
        var leaves = TreeRows.hashes(connection, tile);
        var committed =
                TreeRows.committed(connection, tile).stream().map(Hash::leaf).toList();
        for (int i = 0; i < leaves.size(); i++) {
            if (!leaves.get(i).equals(committed.get(i))) {
                return Optional.of(
                        "entry " + (number * Tile.WIDTH + i) + " is not what its leaf hash says: it was" + " altered");
            }
        }
        return rooted(connection, tile, leaves);
    }

    /** Up the tree for as long as a tile is the last of its parent's: then the parent's are all checked. */
    private static Optional<String> rooted(Connection connection, Tile tile, List<Hash> hashes) throws SQLException {
        var above = TreeRows.hashes(connection, tile.level() + 1, tile.number(), 1);
        if (above.isEmpty() || !above.getFirst().equals(TileRoots.root(hashes))) {
            return Optional.of("the hashes of tile " + tile.path() + " do not have the root that was signed: they were"
                    + " altered");
        }
        if (tile.number() % Tile.WIDTH < Tile.WIDTH - 1) {
            return Optional.empty();
        }
        var parent = new Tile(tile.level() + 1, tile.number() / Tile.WIDTH, Tile.WIDTH);
        // The parent's own root is not there yet where it filled with a batch that is still on its way.
        return TreeRows.fullTiles(connection, parent.level()) > parent.number()
                ? rooted(connection, parent, TreeRows.hashes(connection, parent))
                : Optional.empty();
    }
}
