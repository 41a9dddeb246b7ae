package org.narrowgate.registry.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.Field;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.registry.RecordVersion;
import org.narrowgate.registry.ReplicaStanding;

/**
 * A copy of the database that demographic values are read from while it keeps up. Who somebody is, whether they are
 * protected and what they were merged into never comes from here.
 */
public final class RegistryReplica implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RegistryReplica.class);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final @Nullable DataSource database;
    private final @Nullable ReplicaLag lag;
    private final LongAdder read = new LongAdder();
    private final LongAdder notRead = new LongAdder();
    private volatile boolean closed;

    private RegistryReplica(@Nullable DataSource database, @Nullable ReplicaLag lag) {
        this.database = database;
        this.lag = lag;
    }

    /** Everything is read from the primary. */
    public static RegistryReplica none() {
        return new RegistryReplica(null, null);
    }

    /** @param most how old values from the replica may be */
    public static RegistryReplica watched(DataSource primary, DataSource database, Duration most) {
        var replica = of(database, new ReplicaLag(primary, database, most, System::nanoTime));
        Thread.ofPlatform().name("registry-replica").daemon().start(replica::watch);
        return replica;
    }

    static RegistryReplica of(DataSource database, ReplicaLag lag) {
        return new RegistryReplica(database, lag);
    }

    public ReplicaStanding standing() {
        return lag == null ? new ReplicaStanding.None() : lag.standing();
    }

    /** How many reads came from the replica. */
    public long reads() {
        return read.sum();
    }

    /** How many reads the primary was asked for instead. */
    public long readsElsewhere() {
        return notRead.sum();
    }

    /** Empty where the replica does not keep up, fails, or has not this version: then the primary is to be asked. */
    Optional<HeldDetails> read(RecordVersion version, Set<Field> fields, LocalDate today) {
        if (database == null || lag == null) {
            return Optional.empty();
        }
        var held = lag.isInUse() ? read(database, lag, version, fields, today) : Optional.<HeldDetails>empty();
        (held.isPresent() ? read : notRead).increment();
        return held;
    }

    @Override
    public void close() {
        closed = true;
    }

    private static Optional<HeldDetails> read(
            DataSource database, ReplicaLag lag, RecordVersion version, Set<Field> fields, LocalDate today) {
        try (var connection = database.getConnection()) {
            return ReplicaRows.read(connection, version, fields, today);
        } catch (SQLException e) {
            LOG.debugf("the registry's replica did not answer, state %s", e.getSQLState());
            lag.failed();
            return Optional.empty();
        }
    }

    private void watch() {
        while (!closed && lag != null) {
            try {
                lag.look();
                Thread.sleep(A_SECOND);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Whatever it was: who does not look any more would never find the replica again.
                lag.failed();
            }
        }
    }
}
