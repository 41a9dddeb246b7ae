package org.narrowgate.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.OpenedEntries;
import org.narrowgate.ledger.OpenedEntry;

/** Opened entries from PostgreSQL. */
@ApplicationScoped
class JdbcOpenedEntries implements OpenedEntries {
    private static final String SELECT = "SELECT e.index, e.appended_at, e.circumstances, p.particulars"
            + " FROM ledger_entry e LEFT JOIN ledger_particulars p USING (index) WHERE e.index = ANY (?)"
            + " ORDER BY e.index";

    private final DataSource database;

    JdbcOpenedEntries(DataSource database) {
        this.database = database;
    }

    @Override
    public List<OpenedEntry> at(List<Long> indices) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT)) {
            statement.setArray(1, connection.createArrayOf("bigint", indices.toArray()));
            try (var rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            // Without its message: a database's can quote values.
            throw new LedgerUnavailableException("the log could not be read, state " + e.getSQLState());
        }
    }

    private static List<OpenedEntry> read(ResultSet rows) throws SQLException {
        var entries = new ArrayList<OpenedEntry>();
        while (rows.next()) {
            entries.add(new OpenedEntry(
                    rows.getLong(1),
                    rows.getObject(2, OffsetDateTime.class).toInstant(),
                    rows.getBytes(3),
                    Optional.ofNullable(rows.getBytes(4))));
        }
        return entries;
    }
}
