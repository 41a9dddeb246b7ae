package org.narrowgate.casework.upkeep.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.narrowgate.casework.upkeep.OneReplica;

/** One replica by a lock of PostgreSQL, held by a connection of its own for as long as the work takes. */
@ApplicationScoped
class AdvisoryLock implements OneReplica {
    private static final Logger LOG = Logger.getLogger(AdvisoryLock.class);
    // Any number, the same in every replica: "upkeep" in ASCII.
    private static final String TRY = "SELECT pg_try_advisory_xact_lock(" + 0x75706b656570L + ")";
    // Others may not: the server ends a transaction that nothing is heard of.
    private static final String MAY_STAND_STILL = "SET LOCAL idle_in_transaction_session_timeout = 0";

    private final DataSource database;

    AdvisoryLock(DataSource database) {
        this.database = database;
    }

    @Override
    public void run(Runnable work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                runIfFree(connection, work);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.warnf("upkeep was put off: the database is away, state %s", e.getSQLState());
        }
    }

    private static void runIfFree(Connection connection, Runnable work) throws SQLException {
        boolean free;
        try (var statement = connection.createStatement()) {
            statement.execute(MAY_STAND_STILL);
            try (var row = statement.executeQuery(TRY)) {
                row.next();
                free = row.getBoolean(1);
            }
        }
        if (free) {
            work.run();
        }
    }
}
