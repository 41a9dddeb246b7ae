package org.narrowgate.rights.record.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.OpenedEntry;
import org.narrowgate.rights.record.EntriesAbout;

/** The entries that name somebody, by the index on whom particulars are about. */
@ApplicationScoped
class JdbcEntriesAbout implements EntriesAbout {
    private static final String NAMING = "SELECT e.index, e.appended_at, e.circumstances, p.particulars"
            + " FROM ledger_particulars p JOIN ledger_entry e USING (index)"
            + " WHERE particulars_subject(p.particulars) = ANY (?) ORDER BY e.index";
    private static final String BEGINNING = "SELECT appended_at FROM ledger_entry ORDER BY index LIMIT 1";

    private final DataSource database;

    JdbcEntriesAbout(DataSource database) {
        this.database = database;
    }

    @Override
    public List<OpenedEntry> naming(List<String> pseudonyms) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NAMING)) {
            statement.setArray(1, connection.createArrayOf("text", pseudonyms.toArray()));
            try (var rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<Instant> beginning() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(BEGINNING);
                var row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static List<OpenedEntry> read(ResultSet rows) throws SQLException {
        var entries = new ArrayList<OpenedEntry>();
        while (rows.next()) {
            entries.add(new OpenedEntry(
                    rows.getLong(1),
                    rows.getObject(2, OffsetDateTime.class).toInstant(),
                    rows.getBytes(3),
                    Optional.of(rows.getBytes(4))));
        }
        return entries;
    }

    // Without its message: a database's can quote values.
    private static LedgerUnavailableException unreadable(SQLException e) {
        return new LedgerUnavailableException("the log could not be read, state " + e.getSQLState());
    }
}
