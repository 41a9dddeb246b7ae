package org.narrowgate.ledger.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.Commitment;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.publication.PublishedCheckpoint;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/** The statements of the tree and of its checkpoints, on one connection. */
final class TreeRows {
    private static final String ENTRIES = "SELECT coalesce(max(index) + 1, 0) FROM ledger_entry";
    private static final String LEAVES =
            "SELECT leaf_hash FROM ledger_entry WHERE index >= ? AND index < ? ORDER BY index";
    private static final String COMMITTED = "SELECT circumstances, circumstances_salt, particulars_hash"
            + " FROM ledger_entry WHERE index >= ? AND index < ? ORDER BY index";
    private static final String FULL_TILES =
            "SELECT coalesce(max(number) + 1, 0) FROM ledger_tile_root WHERE level = ?";
    private static final String ROOTS =
            "SELECT hash FROM ledger_tile_root WHERE level = ? AND number >= ? AND number < ? ORDER BY number";
    private static final String ADD_ROOT = "INSERT INTO ledger_tile_root (level, number, hash) VALUES (?, ?, ?)";
    private static final String LAST = "SELECT note, published_at FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";
    private static final String AT = "SELECT note, published_at FROM ledger_checkpoint WHERE size = ?";
    private static final String PUBLISH = "INSERT INTO ledger_checkpoint (size, note, published_at)"
            + " VALUES (?, ?, clock_timestamp()) RETURNING note, published_at";

    private TreeRows() {}

    static long entries(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(ENTRIES)) {
            return number(statement);
        }
    }

    /** How many tiles of a level are full and have their root kept. */
    static long fullTiles(Connection connection, int level) throws SQLException {
        try (var statement = connection.prepareStatement(FULL_TILES)) {
            statement.setInt(1, level);
            return number(statement);
        }
    }

    /** The hashes that one level's tiles are made of, from {@code from} on; fewer where there are fewer. */
    static List<Hash> hashes(Connection connection, int level, long from, int count) throws SQLException {
        try (var statement = connection.prepareStatement(level == 0 ? LEAVES : ROOTS)) {
            int parameter = 1;
            if (level > 0) {
                statement.setInt(parameter++, level - 1);
            }
            statement.setLong(parameter++, from);
            statement.setLong(parameter, from + count);
            var hashes = new ArrayList<Hash>(count);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    hashes.add(Hash.of(row.getBytes(1)));
                }
            }
            return hashes;
        }
    }

    /** The hashes of a tile, all of them. */
    static List<Hash> hashes(Connection connection, Tile tile) throws SQLException {
        var hashes = hashes(connection, tile.level(), tile.number() * Tile.WIDTH, tile.width());
        // A row's number is its key: as many as there should be are the right ones.
        if (hashes.size() != tile.width()) {
            throw new MissingHashesException(tile);
        }
        return hashes;
    }

    /** The public entries under a tile of level 0, computed from what they commit to. */
    static List<byte[]> committed(Connection connection, Tile tile) throws SQLException {
        try (var statement = connection.prepareStatement(COMMITTED)) {
            statement.setLong(1, tile.number() * Tile.WIDTH);
            statement.setLong(2, tile.number() * Tile.WIDTH + tile.width());
            var entries = new ArrayList<byte[]>(tile.width());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(
                            Commitment.ofEntry(Commitment.ofPart(row.getBytes(2), row.getBytes(1)), row.getBytes(3)));
                }
            }
            if (entries.size() != tile.width()) {
                throw new MissingHashesException(tile);
            }
            return entries;
        }
    }

    /** C2SP tlog-tiles: each entry after its length, a big-endian uint16. */
    static byte[] bundle(List<byte[]> entries) {
        var bundle = ByteBuffer.allocate(entries.size() * (Short.BYTES + Hash.LENGTH));
        entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
        return bundle.array();
    }

    static void addRoots(Connection connection, int level, long from, List<Hash> roots) throws SQLException {
        try (var statement = connection.prepareStatement(ADD_ROOT)) {
            for (int i = 0; i < roots.size(); i++) {
                statement.setInt(1, level);
                statement.setLong(2, from + i);
                statement.setBytes(3, roots.get(i).bytes());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static Optional<PublishedCheckpoint> lastCheckpoint(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LAST)) {
            return checkpoint(statement);
        }
    }

    static Optional<PublishedCheckpoint> checkpointAt(Connection connection, long size) throws SQLException {
        try (var statement = connection.prepareStatement(AT)) {
            statement.setLong(1, size);
            return checkpoint(statement);
        }
    }

    static PublishedCheckpoint publish(Connection connection, long size, SignedNote note) throws SQLException {
        try (var statement = connection.prepareStatement(PUBLISH)) {
            statement.setLong(1, size);
            statement.setString(2, note.format());
            return checkpoint(statement).orElseThrow();
        }
    }

    private static Optional<PublishedCheckpoint> checkpoint(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(PublishedCheckpoint.of(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
