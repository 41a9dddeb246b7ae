package org.narrowgate.ledger.verification;

import java.util.List;
import java.util.function.LongConsumer;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.tree.GrowingTree;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/** Computes a published tree again from its entries, and finds where it is not what it is said to be. */
final class TreeCheck {
    private final LogSource log;
    private final Checkpoint checkpoint;
    private final List<Milestone> milestones;
    private final TileRoots roots;
    private final ServedTiles tiles;
    private final UpperTiles upper;
    private final GrowingTree tree = new GrowingTree();

    TreeCheck(LogSource log, Checkpoint checkpoint, List<Milestone> milestones, TileRoots roots) {
        this.log = log;
        this.checkpoint = checkpoint;
        this.milestones = List.copyOf(milestones);
        this.roots = roots;
        this.tiles = new ServedTiles(log, checkpoint.size());
        this.upper = new UpperTiles(tiles, checkpoint.size());
    }

    /** @param progress told of how many entries have been checked */
    void run(LongConsumer progress) {
        milestones.forEach(this::checkReached);
        long count = Tile.count(0, checkpoint.size());
        long first = takeKnown();
        progress.accept(tree.size());
        try (var pieces = new ReadAhead<>(first, count, this::read)) {
            for (long number = first; number < count; number++) {
                check(pieces.take());
                progress.accept(tree.size());
            }
        }
        if (!tree.root().equals(checkpoint.root())) {
            throw new BrokenLogException(
                    "checkpoint: its root is not that of the " + checkpoint.size() + " entries that are served");
        }
    }

    private void checkReached(Milestone milestone) {
        if (milestone.size() > checkpoint.size()) {
            throw new BrokenLogException("checkpoint: has " + checkpoint.size() + " entries, fewer than the "
                    + milestone.size() + " of " + milestone.whose() + ": the log was rolled back or truncated");
        }
    }

    /** How many tiles need not be read: none from a milestone on, where single leaves are wanted. */
    private long takeKnown() {
        long known = milestones.stream()
                .mapToLong(milestone -> Math.max(0, milestone.size() - 1) / Tile.WIDTH)
                .reduce(roots.trusted(), Math::min);
        for (long number = 0; number < known; number++) {
            keep(roots.known(number).orElseThrow());
        }
        return known;
    }

    private Piece read(long number) {
        var tile = Tile.of(0, number, checkpoint.size());
        return new Piece(tile, tiles.hashes(tile), EntryBundle.read(log, tile));
    }

    private void check(Piece piece) {
        EntryBundle.check(piece.tile, piece.entries, piece.leaves);
        if (!piece.tile.full()) {
            passMilestones(piece);
            piece.leaves.forEach(tree::append);
            return;
        }
        var root = UpperTiles.over(piece.leaves);
        if (roots.known(piece.tile.number())
                .filter(known -> !known.equals(root))
                .isPresent()) {
            throw BrokenLogException.entries(
                    EntryBundle.first(piece.tile),
                    EntryBundle.last(piece.tile),
                    "are not those of last time: the log was rewritten or forked");
        }
        passMilestones(piece);
        upper.check(0, piece.tile.number(), root);
        keep(root);
    }

    private void passMilestones(Piece piece) {
        for (var milestone : milestones) {
            if (milestone.isUnder(piece.tile)) {
                var reached = tree.copy();
                piece.leaves.subList(0, (int) (milestone.size() - tree.size())).forEach(reached::append);
                milestone.check(reached);
            }
        }
    }

    private void keep(Hash root) {
        tree.appendTile(root);
        roots.add(root);
    }

    @SuppressWarnings("ArrayRecordComponent") // taken apart at once, compared nowhere
    private record Piece(Tile tile, List<Hash> leaves, byte[] entries) {}
}
