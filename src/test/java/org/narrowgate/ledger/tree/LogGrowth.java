package org.narrowgate.ledger.tree;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How the tree's costs grow with the log: what is read and how long the processor takes per proof and per append. Not a test. Run
 * it, from the repository, with
 *
 * <pre>./mvnw -q test-compile &amp;&amp; java -Xmx4g -cp target/classes:target/test-classes org.narrowgate.ledger.tree.LogGrowth</pre>
 */
final class LogGrowth {
    private static final long[] SIZES = {10_000, 100_000, 1_000_000, 10_000_000};
    private static final int PROOFS = 2_000;
    private static final int APPENDS = 200_000;

    private LogGrowth() {}

    public static void main(String... arguments) {
        System.out.println("leaves      what          hashes read   µs each   to the size before");
        measure(100_000); // Warms up; its figures are thrown away.
        var before = List.<Cost>of();
        for (long size : SIZES) {
            var now = measure(size);
            for (int i = 0; i < now.size(); i++) {
                var cost = now.get(i);
                System.out.printf(
                        Locale.ROOT,
                        "%,-11d %-13s %11.0f %9.2f   %s%n",
                        size,
                        cost.what,
                        cost.hashes,
                        cost.micros,
                        before.isEmpty() ? "" : ratio(cost, before.get(i)));
            }
            before = now;
        }
    }

    private static List<Cost> measure(long size) {
        var tiles = new FlatTiles((int) size);
        var tree = new MerkleTree(tiles);
        var chance = new Random(size);
        return List.of(
                cost("inclusion", tiles, () -> tree.inclusion(chance.nextLong(size), size)),
                cost("consistency", tiles, () -> tree.consistency(1 + chance.nextLong(size), size)),
                append(size));
    }

    private static Cost cost(String what, FlatTiles tiles, Runnable proof) {
        long read = tiles.read;
        long start = processorTime();
        for (int i = 0; i < PROOFS; i++) {
            proof.run();
        }
        return new Cost(what, (tiles.read - read) / (double) PROOFS, (processorTime() - start) / 1e3 / PROOFS);
    }

    /** What an integrator does for each leaf: one more in the tree; the root once a checkpoint, here each thousand. */
    private static Cost append(long size) {
        var growing = new GrowingTree();
        for (long tile = 0; tile < size / Tile.WIDTH; tile++) {
            growing.appendTile(leaf(tile));
        }
        long start = processorTime();
        for (int i = 0; i < APPENDS; i++) {
            growing.append(leaf(i));
            if (i % 1_000 == 0) {
                growing.root();
            }
        }
        return new Cost("append", 0, (processorTime() - start) / 1e3 / APPENDS);
    }

    /** Of this thread alone: what else runs on the machine does not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String ratio(Cost now, Cost before) {
        return String.format(
                Locale.ROOT,
                "%s, %.2f times the time",
                before.hashes == 0
                        ? "no hash read"
                        : String.format(Locale.ROOT, "%.2f times the hashes", now.hashes / before.hashes),
                now.micros / before.micros);
    }

    private static Hash leaf(long number) {
        return Hash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private record Cost(String what, double hashes, double micros) {}

    /** Ten million hashes as bare bytes: as objects they would fill the memory. */
    private static final class FlatTiles implements Tiles {
        private final List<byte[]> levels = new ArrayList<>();
        private long read;

        FlatTiles(int size) {
            var leaves = new byte[size * Hash.LENGTH];
            for (int i = 0; i < size; i++) {
                System.arraycopy(leaf(i).bytes(), 0, leaves, i * Hash.LENGTH, Hash.LENGTH);
            }
            levels.add(leaves);
            while (levels.getLast().length >= Tile.WIDTH * Hash.LENGTH) {
                levels.add(above(levels.getLast()));
            }
        }

        private static byte[] above(byte[] below) {
            int count = below.length / Hash.LENGTH / Tile.WIDTH;
            var above = new byte[count * Hash.LENGTH];
            for (int i = 0; i < count; i++) {
                var tile = new GrowingTree();
                hashes(below, i * Tile.WIDTH, Tile.WIDTH).forEach(tile::append);
                System.arraycopy(tile.root().bytes(), 0, above, i * Hash.LENGTH, Hash.LENGTH);
            }
            return above;
        }

        @Override
        public List<Hash> hashes(Tile tile) {
            read += tile.width();
            return hashes(levels.get(tile.level()), (int) tile.number() * Tile.WIDTH, tile.width());
        }

        private static List<Hash> hashes(byte[] level, int from, int count) {
            var hashes = new ArrayList<Hash>(count);
            for (int i = from; i < from + count; i++) {
                hashes.add(Hash.of(level, i * Hash.LENGTH, (i + 1) * Hash.LENGTH));
            }
            return hashes;
        }
    }
}
