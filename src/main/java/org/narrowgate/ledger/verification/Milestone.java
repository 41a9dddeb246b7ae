package org.narrowgate.ledger.verification;

import static java.util.Objects.requireNonNull;

import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.tree.GrowingTree;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/**
 * A tree that the log has had and must pass through again.
 *
 * @param from the first entry that can differ where the root does
 * @param whose where it is known from, as a finding names it
 */
record Milestone(long from, Checkpoint checkpoint, String whose) {
    Milestone {
        requireNonNull(checkpoint);
        requireNonNull(whose);
    }

    /** One whose full tiles are compared each for itself. */
    static Milestone ofLastTime(Checkpoint checkpoint) {
        long rest = checkpoint.size() % Tile.WIDTH;
        return new Milestone(checkpoint.size() - rest, checkpoint, "the checkpoint of last time");
    }

    static Milestone of(Checkpoint checkpoint, String whose) {
        return new Milestone(0, checkpoint, whose);
    }

    long size() {
        return checkpoint.size();
    }

    boolean isUnder(Tile tile) {
        return EntryBundle.first(tile) < size() && size() - 1 <= EntryBundle.last(tile);
    }

    void check(GrowingTree reached) {
        Hash root = reached.root();
        if (!root.equals(checkpoint.root())) {
            throw BrokenLogException.entries(
                    from == size() ? 0 : from,
                    size() - 1,
                    "are not those of " + whose + ": the log was rewritten or forked");
        }
    }
}
