package org.narrowgate.ledger.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.publication.Integrator;
import org.narrowgate.ledger.publication.LastCheckpoint;
import org.narrowgate.ledger.publication.PublishedCheckpoint;
import org.narrowgate.ledger.publication.SeenCheckpoint;
import org.narrowgate.ledger.publication.Signing;
import org.narrowgate.ledger.publication.Signing.Earlier;
import org.narrowgate.ledger.publication.Signing.Outcome;
import org.narrowgate.ledger.publication.Tick;
import org.narrowgate.ledger.tree.MerkleTree;
import org.narrowgate.ledger.tree.Tile;

/** The integrator of all replicas on one PostgreSQL: the one whose connection holds the lock. */
public final class ElectedIntegrator implements Integrator {
    // What one tick integrates at most, so that a checkpoint comes every second also over millions in arrears.
    private static final long MOST = 512L * Tile.WIDTH;
    private static final String TO_THE_NEXT_SECOND =
            "SELECT 1000 - floor(extract(milliseconds FROM clock_timestamp()))::int % 1000";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final IntegratorsSeat seat;
    private final Signing signing;
    private final LastCheckpoint outside;
    private final SeenCheckpoint seen;
    private final Patrol patrol = new Patrol();
    private boolean closed;

    public ElectedIntegrator(DataSource database, Signing signing, LastCheckpoint outside, SeenCheckpoint seen) {
        this.seat = new IntegratorsSeat(database);
        this.signing = signing;
        this.outside = outside;
        this.seen = seen;
    }

    @Override
    public boolean isElected() {
        return seat.isHeld();
    }

    @Override
    public synchronized Tick tick() {
        if (closed) {
            return new Tick.Elsewhere();
        }
        try {
            var connection = seat.take();
            return connection.isEmpty() ? new Tick.Elsewhere() : noted(connection.get());
        } catch (SQLException e) {
            seat.leave();
            return new Tick.Interrupted("state " + e.getSQLState());
        } catch (LedgerUnavailableException e) {
            seat.leave();
            return new Tick.Interrupted(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized Duration untilNextTick() {
        if (closed || !seat.isHeld()) {
            return A_SECOND;
        }
        try {
            var connection = seat.take();
            return connection.isEmpty() ? A_SECOND : untilNextTick(connection.get());
        } catch (SQLException e) {
            seat.leave();
            return A_SECOND;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        seat.leave();
    }

    private Tick noted(Connection connection) throws SQLException {
        var tick = held(connection);
        connection.rollback();
        SigningEvents.note(connection, refusal(tick));
        connection.commit();
        return tick;
    }

    private static @Nullable String refusal(Tick tick) {
        return switch (tick) {
            case Tick.Refused(var reason) -> reason;
            case Tick.Elsewhere _, Tick.NothingNew _, Tick.Signed _, Tick.Interrupted _ -> null;
        };
    }

    private Tick held(Connection connection) throws SQLException {
        try (var file = outside.hold().orElse(null)) {
            return file == null
                    ? new Tick.Refused("another integrator is at the file of the last checkpoint")
                    : continued(connection, file);
        } catch (IOException e) {
            return new Tick.Refused("the file of the last checkpoint cannot be read or written");
        } catch (MalformedNoteException e) {
            return new Tick.Refused("a last checkpoint is none: " + e.getMessage());
        } catch (MissingHashesException e) {
            return new Tick.Refused(e.getMessage() + ": entries or rows of the tree were taken away");
        }
    }

    private Tick continued(Connection connection, LastCheckpoint.Held file) throws SQLException, IOException {
        var earlier = new Earlier(
                file.read(), TreeRows.lastCheckpoint(connection), seen.get().map(PublishedCheckpoint::checkpoint));
        var tree = new MerkleTree(new RowTiles(connection));
        long entries = TreeRows.entries(connection);
        var objection = signing.objection(tree, entries, earlier).or(() -> patrol.round(connection));
        if (objection.isPresent()) {
            return new Tick.Refused(objection.get());
        }
        var unpublished = earlier.unpublished();
        if (unpublished.isPresent()) {
            return publish(connection, unpublished.get());
        }
        return integrated(connection, file, earlier, entries);
    }

    private Tick integrated(Connection connection, LastCheckpoint.Held file, Earlier earlier, long entries)
            throws SQLException, IOException {
        long signed = earlier.published().map(PublishedCheckpoint::size).orElse(-1L);
        long size = Math.min(entries, Math.max(signed, 0) / Tile.WIDTH * Tile.WIDTH + MOST);
        if (size == signed) {
            return new Tick.NothingNew(size);
        }
        TileRoots.extend(connection, size);
        var outcome = signing.sign(new MerkleTree(new RowTiles(connection)), size, earlier);
        return switch (outcome) {
            case Outcome.Refused(var reason) -> new Tick.Refused(reason);
            case Outcome.Signed(var note) -> {
                // INVARIANT: first outside the database, so that nothing is ever published that is not held there.
                file.write(note);
                yield publish(connection, note);
            }
        };
    }

    private Tick publish(Connection connection, SignedNote note) throws SQLException {
        var checkpoint = Checkpoint.parse(note.text());
        var published = TreeRows.publish(connection, checkpoint.size(), note);
        connection.commit();
        seen.see(published);
        return new Tick.Signed(published);
    }

    private static Duration untilNextTick(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TO_THE_NEXT_SECOND)) {
            row.next();
            var wait = Duration.ofMillis(row.getInt(1));
            connection.commit();
            return wait;
        }
    }
}
