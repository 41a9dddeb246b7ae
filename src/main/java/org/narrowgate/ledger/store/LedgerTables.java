package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.narrowgate.ledger.Position;

/** The statements of an append, on one connection inside one transaction. */
final class LedgerTables {
    // Any number, the same in every replica: the first eight letters of "narrowga" in ASCII.
    private static final long APPEND_LOCK = 0x6e6172726f776761L;

    // INVARIANT: the lock is a statement of its own, so that what is read next sees all that was committed before it;
    // that both are sent together changes nothing in that.
    private static final String LOCK =
            "SET LOCAL lock_timeout = '3s'; SET LOCAL statement_timeout = '4s'; SELECT pg_advisory_xact_lock("
                    + APPEND_LOCK + "); SELECT coalesce(max(index) + 1, 0), clock_timestamp() FROM ledger_entry";
    private static final String INSERT_ENTRIES = "INSERT INTO ledger_entry (index, appended_at, circumstances,"
            + " circumstances_salt, particulars_hash, leaf_hash) SELECT given.index, ?::timestamptz, given.circumstances,"
            + " given.salt, given.particulars_hash, given.leaf_hash FROM"
            + " unnest(?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])"
            + " AS given (index, circumstances, salt, particulars_hash, leaf_hash)";
    private static final String INSERT_PARTICULARS = "INSERT INTO ledger_particulars (index, salt, particulars)"
            + " SELECT * FROM unnest(?::bigint[], ?::bytea[], ?::bytea[])";

    private LedgerTables() {}

    /** Where the next entry goes, and the database's time: one clock for all replicas. */
    record Head(long nextIndex, Instant now) {}

    /** Waits for the lock that every append of every replica takes; it is held until the transaction ends. */
    static Head lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.execute();
            // Two settings, which count rows of their own, and the lock come before it.
            for (int before = 0; before < 3; before++) {
                statement.getMoreResults();
            }
            try (var row = statement.getResultSet()) {
                row.next();
                return new Head(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
    }

    /** Inserts these entries at the head, in order. */
    static List<Position> insert(Connection connection, Head head, List<SealedEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return List.of();
        }
        var indices = LongStream.range(head.nextIndex(), head.nextIndex() + entries.size())
                .boxed()
                .toArray(Long[]::new);
        new RoundTrip()
                .with(
                        INSERT_ENTRIES,
                        RoundTrip.value(head.now().atOffset(ZoneOffset.UTC)),
                        RoundTrip.array("bigint", indices),
                        bytes(entries, given -> given.entry().circumstances()),
                        bytes(entries, SealedEntry::circumstancesSalt),
                        bytes(entries, SealedEntry::particularsHash),
                        bytes(entries, SealedEntry::leafHash))
                .with(
                        INSERT_PARTICULARS,
                        RoundTrip.array("bigint", indices),
                        bytes(entries, SealedEntry::particularsSalt),
                        bytes(entries, given -> given.entry().particulars()))
                .send(connection);
        var positions = new ArrayList<Position>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            var leafHash = Base64.getEncoder().encodeToString(entries.get(i).leafHash());
            positions.add(new Position(indices[i], leafHash, head.now()));
        }
        return positions;
    }

    private static RoundTrip.Argument bytes(List<SealedEntry> entries, Function<SealedEntry, byte[]> column) {
        return RoundTrip.array("bytea", entries.stream().map(column).toArray(byte[][]::new));
    }
}
