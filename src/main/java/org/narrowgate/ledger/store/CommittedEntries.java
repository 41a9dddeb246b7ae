package org.narrowgate.ledger.store;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.WrittenEntries;
import org.narrowgate.ledger.WrittenEntry;

/** The entries that are committed. Appends take their indexes one after the other, so none comes in behind another. */
public final class CommittedEntries implements WrittenEntries {
    private static final String AFTER =
            "SELECT index, appended_at, circumstances FROM ledger_entry" + " WHERE index > ? ORDER BY index LIMIT ?";

    private final DataSource database;

    public CommittedEntries(DataSource database) {
        this.database = database;
    }

    @Override
    public List<WrittenEntry> after(long index, int most) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(AFTER)) {
            statement.setLong(1, index);
            statement.setInt(2, most);
            var entries = new ArrayList<WrittenEntry>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(new WrittenEntry(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getBytes(3)));
                }
            }
            return List.copyOf(entries);
        } catch (SQLException e) {
            throw new LedgerUnavailableException("the log could not be read, state " + e.getSQLState());
        }
    }
}
