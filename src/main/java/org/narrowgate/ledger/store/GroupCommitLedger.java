package org.narrowgate.ledger.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.Share;

/**
 * A log on PostgreSQL with one writer a replica: appends that wait while it commits go together into its next commit.
 * One lock in the database orders the writers of all replicas.
 */
public final class GroupCommitLedger implements Ledger, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GroupCommitLedger.class);
    private static final List<String> NO_MEMBERS_FAULT = List.of("08", "25", "53", "57", "58");

    private final DataSource database;
    private final Bounds bounds;
    private final BatchListener listener;
    private final SecureRandom random = new SecureRandom();
    private final LinkedBlockingQueue<Waiting<?, ?>> queue;
    private final Thread writer;
    private volatile boolean closed;

    /**
     * What keeps memory and waiting in bounds.
     *
     * @param batch appends in one commit
     * @param waiting appends waiting for a commit; one more is turned away
     * @param patience how long an append waits before its caller is told that the log is unavailable
     */
    public record Bounds(int batch, int waiting, Duration patience) {
        public static final Bounds DEFAULT = new Bounds(128, 2048, Duration.ofSeconds(8));
    }

    public GroupCommitLedger(DataSource database, Bounds bounds) {
        this(database, bounds, BatchListener.NOBODY);
    }

    public GroupCommitLedger(DataSource database, Bounds bounds, BatchListener listener) {
        this.database = database;
        this.bounds = bounds;
        this.listener = listener;
        this.queue = new LinkedBlockingQueue<>(bounds.waiting());
        this.writer = Thread.ofPlatform().name("ledger-writer").daemon().start(this::writeUntilClosed);
    }

    @Override
    public <M, R> Appended<R> append(Entry entry, Share<M, R> share, M member) {
        var waiting = new Waiting<>(SealedEntry.of(entry, random), share, member);
        if (closed || !writer.isAlive() || !queue.offer(waiting)) {
            throw new LedgerUnavailableException("the log takes no more appends now");
        }
        return waiting.await(bounds.patience());
    }

    /** Writes what is waiting, then stops. */
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join(bounds.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilClosed() {
        while (!closed || !queue.isEmpty()) {
            try {
                write(nextBatch(queue.take()));
            } catch (InterruptedException e) {
                // Woken to stop: the loop's condition says whether anything is left to write.
            }
        }
    }

    /**
     * The longest run of appends with the same share. INVARIANT: no batch mixes shares, so a share that changes what
     * another one checks is always committed before that check.
     */
    @SuppressWarnings("unchecked") // all of a batch have first's share, and with it first's types
    private <M, R> List<Waiting<M, R>> nextBatch(Waiting<M, R> first) {
        var batch = new ArrayList<Waiting<M, R>>();
        Waiting<?, ?> next = first;
        while (next != null) {
            if (next.take()) {
                batch.add((Waiting<M, R>) next);
            }
            var following = queue.peek();
            next = following != null && following.share.equals(first.share) && batch.size() < bounds.batch()
                    ? queue.poll()
                    : null;
        }
        return batch;
    }

    private <M, R> void write(List<Waiting<M, R>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Connection connection;
        try {
            connection = database.getConnection();
        } catch (SQLException | RuntimeException | Error e) {
            // Whatever it was: the writer goes on, or nothing could be written until a restart.
            fail(batch, e);
            return;
        }
        try {
            write(connection, batch, true);
        } finally {
            close(connection);
        }
    }

    private <M, R> void write(Connection connection, List<Waiting<M, R>> batch, boolean once) {
        List<Appended<R>> answers;
        try {
            connection.setAutoCommit(false);
            answers = append(connection, batch);
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection);
            if (once && isOnlyInTheWay(e)) {
                write(connection, batch, false);
            } else {
                writeEachAlone(connection, batch, e);
            }
            return;
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            // Sent, and its answer lost: written or not, nothing may be released on it, and it is never sent again.
            fail(batch, e);
            return;
        }
        listener.committed(batch.size());
        for (int i = 0; i < answers.size(); i++) {
            batch.get(i).answer(answers.get(i));
        }
    }

    // One append the database will not take must not stop the others: nothing of the batch was committed.
    private <M, R> void writeEachAlone(Connection connection, List<Waiting<M, R>> batch, Throwable failure) {
        if (batch.size() == 1 || isNoMembersFault(failure)) {
            fail(batch, failure);
            return;
        }
        batch.forEach(waiting -> write(connection, List.of(waiting), true));
    }

    // 40P01: chosen to give way in a deadlock, as with a migration that locks our tables in another order than we do.
    private static boolean isOnlyInTheWay(Throwable failure) {
        return failure instanceof SQLException sql && "40P01".equals(sql.getSQLState());
    }

    private <M, R> List<Appended<R>> append(Connection connection, List<Waiting<M, R>> batch) throws SQLException {
        var head = LedgerTables.lock(connection);
        var share = batch.getFirst().share;
        var objections = share.objections(
                connection, batch.stream().map(waiting -> waiting.member).toList());
        var admitted = new ArrayList<Waiting<M, R>>();
        for (int i = 0; i < batch.size(); i++) {
            if (objections.get(i).isEmpty()) {
                admitted.add(batch.get(i));
            }
        }
        var positions = LedgerTables.insert(
                connection,
                head,
                admitted.stream().map(waiting -> waiting.entry).toList());
        if (!admitted.isEmpty()) {
            share.write(
                    connection, admitted.stream().map(waiting -> waiting.member).toList(), positions);
        }
        var written = positions.iterator();
        return objections.stream()
                .<Appended<R>>map(objection -> objection.isPresent()
                        ? new Appended.Objected<>(objection.get())
                        : new Appended.Written<>(written.next()))
                .toList();
    }

    private <M, R> void fail(List<Waiting<M, R>> batch, Throwable failure) {
        // The state alone: a database's message can quote the values it refused.
        var state = failure instanceof SQLException sql
                ? sql.getSQLState()
                : failure.getClass().getSimpleName();
        LOG.errorf("the log could not be written: %d appends failed, state %s", batch.size(), state);
        listener.failed(batch.size());
        batch.forEach(waiting -> waiting.fail(new LedgerUnavailableException("the append failed")));
    }

    // Each alone would wait as long again, one after the other, and be written long after its caller has given up.
    private static boolean isNoMembersFault(Throwable failure) {
        // Class 08: connection exceptions; 25: the server ended the transaction, or is a standby now; 53 and 58: its
        // disk is full, or cannot be written; 57: it is going away, or a statement took too long; 55P03: a lock was not
        // had in time; no state: the pool has no connection to give.
        return failure instanceof SQLException sql
                && (sql.getSQLState() == null
                        || sql.getSQLState().equals("55P03")
                        || NO_MEMBERS_FAULT.stream().anyMatch(sql.getSQLState()::startsWith));
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debugf("the connection could not be given back, state %s", e.getSQLState());
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debugf("the rollback failed too, state %s: the connection is gone", e.getSQLState());
        }
    }
}
