package org.narrowgate.ledger.store;

import javax.sql.DataSource;
import org.narrowgate.ledger.publication.LogSpace;

/** The room there is in the partitions of the log's tables. */
public final class JdbcLogSpace implements LogSpace {
    private final DataSource database;

    public JdbcLogSpace(DataSource database) {
        this.database = database;
    }

    @Override
    public long entriesLeft() {
        return Reading.of(database, connection -> LogPartitions.endsAt(connection) - TreeRows.entries(connection));
    }
}
