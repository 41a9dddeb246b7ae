package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.narrowgate.ledger.Erasure;

/** Erases particulars within the append of the entry that says so: both are committed, or neither. */
public final class ErasedParticulars {
    private static final String AS_DUE = "SELECT erase_particulars(?)";
    private static final String AT_ONCE = "DELETE FROM ledger_particulars WHERE index = ANY (?) AND index < ?";
    private static final String LEFT = "SELECT count(*) FROM ledger_particulars WHERE index = ANY (?) AND index < ?";

    private ErasedParticulars() {}

    /**
     * Erases those of some entries. What time has made due goes by a function that knows the day and reads in the log
     * what is to go; for every other reason the connection's role must be a member of {@code eraser}.
     *
     * @param entries whose they are, as the entry at {@code saidAt} names them
     * @throws SQLException also where one of them may not go: then nothing is to be committed
     */
    public static void erase(Connection connection, Erasure.Reason reason, List<Long> entries, long saidAt)
            throws SQLException {
        switch (reason) {
            case RETENTION -> {
                try (var statement = connection.prepareStatement(AS_DUE)) {
                    statement.setLong(1, saidAt);
                    statement.execute();
                }
            }
            case PERSONS_REQUEST, COURT_ORDER, ENTERED_IN_ERROR -> {
                try (var statement = connection.prepareStatement(AT_ONCE)) {
                    statement.setArray(1, connection.createArrayOf("bigint", entries.toArray()));
                    statement.setLong(2, saidAt);
                    statement.executeUpdate();
                }
            }
        }
        refuseWhereAnyIsLeft(connection, entries, saidAt);
    }

    private static void refuseWhereAnyIsLeft(Connection connection, List<Long> entries, long saidAt)
            throws SQLException {
        try (var statement = connection.prepareStatement(LEFT)) {
            statement.setArray(1, connection.createArrayOf("bigint", entries.toArray()));
            statement.setLong(2, saidAt);
            try (var row = statement.executeQuery()) {
                row.next();
                if (row.getLong(1) > 0) {
                    throw new SQLException(
                            "the log would say of particulars that are still there that they are erased");
                }
            }
        }
    }
}
