package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The partitions of the log: made ahead of need by the owner of the tables, and by nobody else. */
public final class LogPartitions {
    private static final String EXTEND = "SELECT extend_ledger(?, ?)";
    private static final String ENDS_AT = "SELECT ledger_ends_at()";

    private LogPartitions() {}

    /**
     * Makes those that are missing, and says how many.
     *
     * @param entries how many each holds
     * @param ahead how many lie ahead of the last entry
     */
    public static int extend(Connection owner, long entries, int ahead) throws SQLException {
        try (var statement = owner.prepareStatement(EXTEND)) {
            statement.setLong(1, entries);
            statement.setInt(2, ahead);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The first entry that none takes. */
    public static long endsAt(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ENDS_AT)) {
            row.next();
            return row.getLong(1);
        }
    }
}
