package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.publication.NotPublishedException;
import org.narrowgate.ledger.publication.PublishedCheckpoint;
import org.narrowgate.ledger.publication.PublishedLog;
import org.narrowgate.ledger.publication.SeenCheckpoint;
import org.narrowgate.ledger.publication.Witnesses;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.MerkleTree;
import org.narrowgate.ledger.tree.Tile;

/**
 * The published log from PostgreSQL. What this process has seen of it once, it stands by: a checkpoint that does not
 * continue that one is not shown in its place, and whoever looks finds what the database lacks of it.
 */
public final class JdbcPublishedLog implements PublishedLog {
    private static final int HIGHEST_LEVEL = 7;

    private final DataSource database;
    private final Witnesses witnesses;
    private final SeenCheckpoint seen;

    public JdbcPublishedLog(DataSource database, Witnesses witnesses, SeenCheckpoint seen) {
        this.database = database;
        this.witnesses = witnesses;
        this.seen = seen;
    }

    @Override
    public Optional<PublishedCheckpoint> latest() {
        return Reading.of(database, connection -> {
            // INVARIANT: first what was seen, then the database, which by then has at least that.
            var before = seen.get();
            var latest = wellFormed(() -> TreeRows.lastCheckpoint(connection));
            if (latest.isEmpty() || !continues(connection, before, latest.get())) {
                // Signed once, so it is promised, whether or not its tree is still there: to hide it would hide that.
                return before.or(() -> latest);
            }
            seen.see(latest.get());
            return latest;
        });
    }

    @Override
    public Optional<PublishedCheckpoint> at(long size) {
        return Reading.of(database, connection -> wellFormed(() -> TreeRows.checkpointAt(connection, size)));
    }

    @Override
    public Optional<SignedNote> witnessed() {
        var latest = latest();
        return Reading.of(database, connection -> {
            var size = witnesses.needed() == 0
                    ? latest.map(PublishedCheckpoint::size)
                    : CosignatureRows.largestWitnessed(connection, witnesses);
            if (size.isEmpty()) {
                return Optional.empty();
            }
            var checkpoint = latest.filter(last -> last.size() == size.get()).isPresent()
                    ? latest
                    : wellFormed(() -> TreeRows.checkpointAt(connection, size.get()));
            var note = checkpoint.map(PublishedCheckpoint::note);
            var cosignatures = CosignatureRows.of(connection, size.get(), witnesses);
            return note.map(signed -> cosignatures.stream().reduce(signed, SignedNote::with, (one, other) -> other));
        });
    }

    @Override
    public List<Hash> hashes(Tile tile) {
        assurePublished(tile);
        return Reading.of(database, connection -> TreeRows.hashes(connection, tile));
    }

    @Override
    public byte[] entries(Tile tile) {
        if (tile.level() != 0) {
            throw new IllegalArgumentException("only a tile of level 0 has entries");
        }
        assurePublished(tile);
        return Reading.of(database, connection -> TreeRows.bundle(TreeRows.committed(connection, tile)));
    }

    private void assurePublished(Tile tile) {
        // What was seen suffices where it covers the tile: no need to ask for something newer.
        if (seen.get().filter(checkpoint -> covers(checkpoint.size(), tile)).isEmpty()
                && latest().filter(checkpoint -> covers(checkpoint.size(), tile))
                        .isEmpty()) {
            throw new NotPublishedException(tile);
        }
    }

    private static boolean covers(long size, Tile tile) {
        return tile.level() <= HIGHEST_LEVEL
                && tile.number() <= size / Tile.WIDTH
                && tile.number() * Tile.WIDTH + tile.width() <= Tile.hashes(tile.level(), size);
    }

    private static boolean continues(
            Connection connection, Optional<PublishedCheckpoint> before, PublishedCheckpoint latest) {
        if (before.filter(latest::equals).isPresent()) {
            return true;
        }
        try {
            return continues(
                    new MerkleTree(new RowTiles(connection)),
                    before.map(PublishedCheckpoint::checkpoint),
                    latest.checkpoint());
        } catch (MissingHashesException e) {
            return false;
        }
    }

    private static boolean continues(MerkleTree tree, Optional<Checkpoint> before, Checkpoint now) {
        return before.isEmpty()
                ? tree.root(now.size()).equals(now.root())
                : before.get().size() < now.size()
                        && before.get().origin().equals(now.origin())
                        && tree.consistency(before.get().size(), now.size())
                                .proves(before.get().root(), now.root());
    }

    private static <T> Optional<T> wellFormed(Checkpoints<T> reading) throws java.sql.SQLException {
        try {
            return reading.read();
        } catch (MalformedNoteException e) {
            throw new LedgerUnavailableException("a checkpoint in the database is none: " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Checkpoints<T> {
        Optional<T> read() throws java.sql.SQLException;
    }
}
