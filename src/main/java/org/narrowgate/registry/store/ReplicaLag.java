package org.narrowgate.registry.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.narrowgate.registry.ReplicaStanding;

/**
 * How old what a replica holds may be: the time since the primary's log was last seen no further than the replica has
 * replayed. So a primary at rest makes no replica old, one that has stopped replaying ages as soon as something is written,
 * and no two clocks are compared.
 */
final class ReplicaLag {
    private static final Logger LOG = Logger.getLogger(ReplicaLag.class);
    private static final String WRITTEN = "SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint";
    // NULL where it is no replica, or not one any longer.
    private static final String REPLAYED =
            "SELECT CASE WHEN pg_is_in_recovery() THEN (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::bigint END";
    private static final int SAMPLES = 3_600;

    private final DataSource primary;
    private final DataSource replica;
    private final long most;
    private final LongSupplier nanos;
    private final ArrayDeque<Written> ahead = new ArrayDeque<>();
    private long furthestReplayed;
    private volatile Seen seen = new Seen(Optional.empty(), true);

    /** How far the primary had written at a time. */
    private record Written(long at, long position) {}

    /** @param caughtUpAt when the primary had written no more than the replica has now; empty where that is not known */
    private record Seen(Optional<Long> caughtUpAt, boolean answering) {}

    ReplicaLag(DataSource primary, DataSource replica, Duration most, LongSupplier nanos) {
        this.primary = primary;
        this.replica = replica;
        this.most = most.toNanos();
        this.nanos = nanos;
    }

    /** Whether what the replica holds is young enough. What is not looked at any more grows old by itself. */
    boolean isInUse() {
        return standing() instanceof ReplicaStanding.InUse;
    }

    ReplicaStanding standing() {
        var last = seen;
        if (!last.answering() || last.caughtUpAt().isEmpty()) {
            return new ReplicaStanding.Unknown();
        }
        long age = nanos.getAsLong() - last.caughtUpAt().get();
        return age <= most
                ? new ReplicaStanding.InUse(Duration.ofNanos(age))
                : new ReplicaStanding.Behind(Duration.ofNanos(age));
    }

    /** It has failed to answer: not to be asked again before it is looked at again. */
    void failed() {
        seen = new Seen(seen.caughtUpAt(), false);
    }

    /** Looks at both. */
    synchronized void look() {
        try {
            // The primary first: what it writes meanwhile makes the replica no younger.
            long at = nanos.getAsLong();
            long written = position(primary, WRITTEN).orElseThrow(() -> new SQLException("no position", "NG001"));
            var replayed = position(replica, REPLAYED);
            seen = replayed.isEmpty() ? unknown() : compared(new Written(at, written), replayed.get());
        } catch (SQLException e) {
            LOG.debugf("the registry's replica could not be looked at, state %s", e.getSQLState());
            failed();
        }
    }

    private Seen compared(Written written, long replayed) {
        if (written.position() < furthestReplayed) {
            // Nothing replays what was not written: this is another history, or another database.
            return unknown();
        }
        furthestReplayed = replayed;
        ahead.addLast(written);
        if (ahead.size() > SAMPLES) {
            ahead.removeFirst();
        }
        var caughtUpAt = seen.caughtUpAt();
        while (!ahead.isEmpty() && ahead.getFirst().position() <= replayed) {
            caughtUpAt = Optional.of(ahead.removeFirst().at());
        }
        return new Seen(caughtUpAt, true);
    }

    private Seen unknown() {
        ahead.clear();
        furthestReplayed = 0;
        return new Seen(Optional.empty(), true);
    }

    private static Optional<Long> position(DataSource database, String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            try (var row = statement.executeQuery(query)) {
                row.next();
                long position = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(position);
            }
        }
    }
}
