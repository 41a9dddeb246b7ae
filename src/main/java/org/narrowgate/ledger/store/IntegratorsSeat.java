package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * The one place for an integrator among all replicas: an advisory lock of a session. The connection that holds it is the
 * one that the work is done on, so that whoever has lost the place cannot write.
 */
final class IntegratorsSeat {
    private static final Logger LOG = Logger.getLogger(IntegratorsSeat.class);
    // Any number, the same in every replica: "integrat" in ASCII, in the two halves that pg_locks shows.
    private static final int HIGH = 0x696e7465;
    private static final int LOW = 0x67726174;
    private static final String TRY = "SELECT pg_try_advisory_lock(" + (((long) HIGH << 32) | LOW) + ")";
    // No session in particular where `pid` is left out.
    private static final String HOLDERS = "FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = " + HIGH
            + " AND objid = " + LOW + " AND objsubid = 1"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    private static final String STILL_MINE = "SELECT EXISTS (SELECT " + HOLDERS + " AND pid = pg_backend_pid())";
    private static final String TAKEN = "SELECT EXISTS (SELECT " + HOLDERS + ")";
    // The server gives the place up for a machine that went silent, and for a process that stands still: a tick comes
    // every second.
    private static final String SOON_GIVEN_UP = "SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 1;"
            + " SET tcp_keepalives_count = 3; SET tcp_user_timeout = 5000; SET statement_timeout = '10s';"
            + " SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '10s';"
            + " SET idle_session_timeout = '10s'";
    private static final int PATIENCE_MILLIS = 15_000;

    private final DataSource database;
    private volatile @Nullable Connection held;

    IntegratorsSeat(DataSource database) {
        this.database = database;
    }

    /** Whether any replica has it. */
    static boolean isTaken(Connection connection) throws SQLException {
        return says(connection, TAKEN);
    }

    /** The connection to work on, not in auto-commit; empty where another replica has the place. */
    Optional<Connection> take() throws SQLException {
        var mine = held;
        if (mine != null && isStillMine(mine)) {
            return Optional.of(mine);
        }
        leave();
        var connection = database.getConnection();
        try {
            if (takes(connection)) {
                held = connection;
                return Optional.of(connection);
            }
        } catch (SQLException e) {
            abort(connection);
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    boolean isHeld() {
        return held != null;
    }

    /** Makes way. The connection is never given back to the pool: with it, the pool would keep the lock. */
    void leave() {
        var mine = held;
        held = null;
        if (mine != null) {
            abort(mine);
        }
    }

    private static boolean takes(Connection connection) throws SQLException {
        var patienceOfTheOthers = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        if (!says(connection, TRY)) {
            connection.setNetworkTimeout(Runnable::run, patienceOfTheOthers);
            return false;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(SOON_GIVEN_UP);
        }
        connection.setAutoCommit(false);
        return true;
    }

    private static boolean isStillMine(Connection connection) {
        try {
            var mine = says(connection, STILL_MINE);
            connection.commit();
            return mine;
        } catch (SQLException e) {
            LOG.infof("the integrator's connection is gone, state %s", e.getSQLState());
            return false;
        }
    }

    // The driver's own connection: Agroal's abort leaves that open, and its place in the pool taken for ever.
    private static void abort(Connection connection) {
        try (connection) {
            connection.unwrap(PgConnection.class).abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debugf("the connection could not be closed, state %s", e.getSQLState());
        }
    }

    private static boolean says(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
