package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;
import org.narrowgate.ledger.tree.Tiles;

/** Tiles as rows hold them: leaf hashes beside their entries, and above them the roots of full tiles. */
record RowTiles(Connection connection) implements Tiles {
    @Override
    public List<Hash> hashes(Tile tile) {
        try {
            return TreeRows.hashes(connection, tile);
        } catch (SQLException e) {
            throw new LedgerUnavailableException("the tree could not be read, state " + e.getSQLState());
        }
    }
}
