package org.narrowgate.ledger.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.tree.GrowingTree;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/** The tree over an ever longer row of leaves, held against the roots and the checkpoint that were written down. */
final class KeptTree {
    private final KeptLog log;
    private final Optional<Checkpoint> checkpoint;
    private final GrowingTree tree = new GrowingTree();
    // The hashes of the tile of each level that is not full yet.
    private final List<List<Hash>> open = new ArrayList<>();

    KeptTree(KeptLog log, Optional<Checkpoint> checkpoint) {
        this.log = log;
        this.checkpoint = checkpoint;
        compare();
    }

    long size() {
        return tree.size();
    }

    void append(Hash leaf) {
        tree.append(leaf);
        add(leaf, 0);
        compare();
    }

    /** Once all leaves are there. */
    void finish() {
        long covered = checkpoint.map(Checkpoint::size).orElse(0L);
        if (covered > tree.size()) {
            throw new BrokenLogException("entry " + tree.size() + ": is missing with all after it, of the " + covered
                    + " that the last checkpoint covers");
        }
    }

    private void compare() {
        checkpoint
                .filter(last -> last.size() == tree.size() && !last.root().equals(tree.root()))
                .ifPresent(last -> {
                    throw new BrokenLogException("the first " + last.size()
                            + " entries are not those of the last checkpoint: one was altered, exchanged or inserted"
                            + " together with its leaf");
                });
    }

    private void add(Hash hash, int level) {
        if (open.size() == level) {
            open.add(new ArrayList<>());
        }
        var tile = open.get(level);
        tile.add(hash);
        if (tile.size() == Tile.WIDTH) {
            var root = root(tile);
            tile.clear();
            long number = (tree.size() >>> (8 * (level + 1))) - 1;
            compare(root, level, number);
            add(root, level + 1);
        }
    }

    private void compare(Hash root, int level, long number) {
        var kept = log.tileRoot(level, number);
        if (kept.isPresent() && !kept.get().equals(root)) {
            throw new BrokenLogException(entries(level, number) + ": are not those over which the tree was built");
        }
        boolean covered = checkpoint.filter(last -> tree.size() <= last.size()).isPresent();
        if (covered && kept.isEmpty()) {
            throw new BrokenLogException(entries(level, number) + ": the root of their tile is missing");
        }
    }

    private static String entries(int level, long number) {
        int width = 8 * (level + 1);
        return "entries " + (number << width) + " to " + (((number + 1) << width) - 1);
    }

    private static Hash root(List<Hash> tile) {
        var whole = new GrowingTree();
        tile.forEach(whole::append);
        return whole.root();
    }
}
