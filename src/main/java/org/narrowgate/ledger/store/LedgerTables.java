package org.narrowgate.ledger.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.narrowgate.ledger.Commitment;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Position;

/** The statements of an append, on one connection inside one transaction. */
final class LedgerTables {
    // Any number, the same in every replica: the first eight letters of "narrowga" in ASCII.
    private static final long APPEND_LOCK = 0x6e6172726f776761L;

    // INVARIANT: the lock is a statement of its own, so that what is read next sees all that was committed before it.
    private static final String LOCK =
            "SET LOCAL lock_timeout = '3s'; SET LOCAL statement_timeout = '4s'; SELECT pg_advisory_xact_lock("
                    + APPEND_LOCK + ")";
    private static final String HEAD = "SELECT coalesce(max(index) + 1, 0), clock_timestamp() FROM ledger_entry";
    private static final String INSERT_ENTRY = "INSERT INTO ledger_entry (index, appended_at, circumstances,"
            + " circumstances_salt, particulars_hash, leaf_hash) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String INSERT_PARTICULARS =
            "INSERT INTO ledger_particulars (index, salt, particulars) VALUES (?, ?, ?)";

    private final SecureRandom random = new SecureRandom();

    /** Where the next entry goes, and the database's time: one clock for all replicas. */
    record Head(long nextIndex, Instant now) {}

    /** Waits for the lock that every append of every replica takes; it is held until the transaction ends. */
    void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
    }

    Head head(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(HEAD);
                var row = statement.executeQuery()) {
            row.next();
            return new Head(
                    row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
        }
    }

    /** Inserts these entries at the head, in order. */
    List<Position> insert(Connection connection, Head head, List<Entry> entries) throws SQLException {
        var positions = new ArrayList<Position>(entries.size());
        try (var entryRow = connection.prepareStatement(INSERT_ENTRY);
                var particularsRow = connection.prepareStatement(INSERT_PARTICULARS)) {
            for (var entry : entries) {
                var index = head.nextIndex() + positions.size();
                var circumstancesSalt = salt();
                var particularsSalt = salt();
                var particularsHash = Commitment.ofPart(particularsSalt, entry.particulars());
                var leafHash = Commitment.leaf(Commitment.ofEntry(
                        Commitment.ofPart(circumstancesSalt, entry.circumstances()), particularsHash));
                entryRow.setLong(1, index);
                entryRow.setObject(2, head.now().atOffset(ZoneOffset.UTC));
                entryRow.setBytes(3, entry.circumstances());
                entryRow.setBytes(4, circumstancesSalt);
                entryRow.setBytes(5, particularsHash);
                entryRow.setBytes(6, leafHash);
                entryRow.addBatch();
                particularsRow.setLong(1, index);
                particularsRow.setBytes(2, particularsSalt);
                particularsRow.setBytes(3, entry.particulars());
                particularsRow.addBatch();
                positions.add(new Position(index, Base64.getEncoder().encodeToString(leafHash), head.now()));
            }
            entryRow.executeBatch();
            particularsRow.executeBatch();
        }
        return positions;
    }

    private byte[] salt() {
        var salt = new byte[Commitment.LENGTH];
        random.nextBytes(salt);
        return salt;
    }
}
