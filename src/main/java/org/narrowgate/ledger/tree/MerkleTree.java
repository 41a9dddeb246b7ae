package org.narrowgate.ledger.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree over tiles: its root at every size it has had, and proofs, from few tiles however large it is. */
public final class MerkleTree {
    private static final int LEVELS_OF_A_TILE = 8;

    private final Tiles tiles;

    public MerkleTree(Tiles tiles) {
        this.tiles = tiles;
    }

    /** The root over the first {@code size} leaves. */
    public Hash root(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no fewer than no leaves");
        }
        return size == 0 ? Hash.EMPTY : new Reading(size).over(0, size);
    }

    /** That the leaf at {@code index} is among the first {@code size}. */
    public InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("an included leaf's index is below the size of the tree");
        }
        var reading = new Reading(size);
        var path = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + leftOf(to - from);
            if (index < middle) {
                path.add(reading.over(middle, to));
                to = middle;
            } else {
                path.add(reading.over(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, path.reversed());
    }

    /** That the first {@code older} leaves are the first of {@code newer} too. */
    public ConsistencyProof consistency(long older, long newer) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("the older tree is not the larger one");
        }
        if (older == 0 || older == newer) {
            return new ConsistencyProof(older, newer, List.of());
        }
        var reading = new Reading(newer);
        var path = new ArrayList<Hash>();
        long from = 0;
        long to = newer;
        while (older < to) {
            long middle = from + leftOf(to - from);
            if (older <= middle) {
                path.add(reading.over(middle, to));
                to = middle;
            } else {
                path.add(reading.over(from, middle));
                from = middle;
            }
        }
        // Whoever has the older root has this node already where it is all of the older tree.
        if (from > 0) {
            path.add(reading.over(from, to));
        }
        return new ConsistencyProof(older, newer, path.reversed());
    }

    /** The largest power of two below a number of leaves. */
    private static long leftOf(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** One look at the tree of one size: each tile is asked for once. */
    private final class Reading {
        private final long size;
        private final Map<Tile, List<Hash>> read = new HashMap<>();

        Reading(long size) {
            this.size = size;
        }

        /** The node over the leaves from {@code from} up to {@code to}, where there is one. */
        Hash over(long from, long to) {
            long leaves = to - from;
            if (Long.bitCount(leaves) == 1) {
                return whole(from, Long.numberOfTrailingZeros(leaves));
            }
            long middle = from + leftOf(leaves);
            return Hash.node(over(from, middle), over(middle, to));
        }

        private Hash whole(long from, int height) {
            int level = height / LEVELS_OF_A_TILE;
            long first = from >>> (level * LEVELS_OF_A_TILE);
            int count = 1 << (height % LEVELS_OF_A_TILE);
            int offset = (int) (first % Tile.WIDTH);
            var hashes = tile(level, first / Tile.WIDTH).subList(offset, offset + count);
            while (hashes.size() > 1) {
                hashes = parents(hashes);
            }
            return hashes.getFirst();
        }

        private List<Hash> tile(int level, long number) {
            return read.computeIfAbsent(Tile.of(level, number, size), wanted -> {
                var hashes = tiles.hashes(wanted);
                if (hashes.size() != wanted.width()) {
                    throw new IllegalStateException(
                            "tile " + wanted.path() + " was given with " + hashes.size() + " hashes");
                }
                return hashes;
            });
        }
    }

    private static List<Hash> parents(List<Hash> children) {
        var parents = new ArrayList<Hash>(children.size() / 2);
        for (int i = 0; i < children.size(); i += 2) {
            parents.add(Hash.node(children.get(i), children.get(i + 1)));
        }
        return parents;
    }
}
