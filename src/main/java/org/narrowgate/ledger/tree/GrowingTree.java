package org.narrowgate.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/** The right edge of a tree: all that is needed to add leaves and to know the root, however large it is. */
public final class GrowingTree {
    private static final int HEIGHT_OF_A_TILE = 8;

    // One for each bit that is set in the size, the largest first.
    private final List<Hash> whole;
    private long size;

    public GrowingTree() {
        this(0, List.of());
    }

    private GrowingTree(long size, List<Hash> whole) {
        this.size = size;
        this.whole = new ArrayList<>(whole);
    }

    public long size() {
        return size;
    }

    public GrowingTree copy() {
        return new GrowingTree(size, whole);
    }

    public void append(Hash leaf) {
        append(leaf, 0);
    }

    /** Adds 256 leaves by the root over them; only where the tree ends with a full tile. */
    public void appendTile(Hash root) {
        if (size % Tile.WIDTH != 0) {
            throw new IllegalStateException("a full tile stands after full tiles only");
        }
        append(root, HEIGHT_OF_A_TILE);
    }

    public Hash root() {
        return whole.reversed().stream()
                .reduce((right, left) -> Hash.node(left, right))
                .orElse(Hash.EMPTY);
    }

    private void append(Hash hash, int height) {
        var node = hash;
        for (long rest = size >>> height; rest % 2 == 1; rest >>>= 1) {
            node = Hash.node(whole.removeLast(), node);
        }
        whole.add(node);
        size += 1L << height;
    }
}
