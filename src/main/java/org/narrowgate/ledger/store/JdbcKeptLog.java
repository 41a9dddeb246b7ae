package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.verification.KeptEntry;
import org.narrowgate.ledger.verification.KeptLog;
import org.narrowgate.ledger.verification.LogUnreachableException;

/** The log's records from PostgreSQL, all as they were at one moment, through a cursor. */
public final class JdbcKeptLog implements KeptLog, AutoCloseable {
    private static final int AT_ONCE = 1_000;
    private static final String COUNT = "SELECT count(*) FROM ledger_entry";
    private static final String ENTRIES = "SELECT e.index, e.circumstances, e.circumstances_salt, e.particulars_hash,"
            + " e.leaf_hash, p.salt, p.particulars FROM ledger_entry e LEFT JOIN ledger_particulars p USING (index)"
            + " ORDER BY e.index";
    private static final String TILE_ROOT = "SELECT hash FROM ledger_tile_root WHERE level = ? AND number = ?";
    private static final String CHECKPOINT = "SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";

    private final Connection connection;
    private final PreparedStatement tileRoot;

    private JdbcKeptLog(Connection connection) throws SQLException {
        this.connection = connection;
        this.tileRoot = connection.prepareStatement(TILE_ROOT);
    }

    /** @throws LogUnreachableException where the database does not answer */
    @SuppressWarnings("MustBeClosedChecker") // closed with this
    public static JdbcKeptLog open(DataSource database) {
        try {
            var connection = database.getConnection();
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new JdbcKeptLog(connection);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public long entries() {
        try (var statement = connection.prepareStatement(COUNT);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void forEach(Consumer<KeptEntry> reader) {
        try (var statement = connection.prepareStatement(ENTRIES)) {
            statement.setFetchSize(AT_ONCE);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    reader.accept(entry(row));
                }
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public Optional<Hash> tileRoot(int level, long number) {
        try {
            tileRoot.setInt(1, level);
            tileRoot.setLong(2, number);
            try (var row = tileRoot.executeQuery()) {
                return row.next() ? Optional.of(Hash.of(row.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public Optional<String> lastCheckpoint() {
        try (var statement = connection.prepareStatement(CHECKPOINT);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static KeptEntry entry(ResultSet row) throws SQLException {
        var particulars = Optional.ofNullable(row.getBytes(7));
        var salt = row.getBytes(6);
        return new KeptEntry(
                row.getLong(1),
                row.getBytes(2),
                row.getBytes(3),
                row.getBytes(4),
                row.getBytes(5),
                particulars.map(content -> new KeptEntry.Particulars(salt, content)));
    }

    // Without its message: a database's can quote values.
    private static LogUnreachableException unreachable(SQLException failure) {
        return new LogUnreachableException("the database could not be read, state " + failure.getSQLState());
    }
}
