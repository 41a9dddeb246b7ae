package org.narrowgate.ledger.verification;

import java.util.Arrays;
import java.util.List;
import org.narrowgate.ledger.Commitment;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/** The entries under one tile of level 0, held against their leaves. */
final class EntryBundle {
    private static final int LENGTH_BYTES = 2;
    private static final int STRIDE = LENGTH_BYTES + Commitment.LENGTH;

    private EntryBundle() {}

    static byte[] read(LogSource log, Tile tile) {
        try {
            return log.entries(tile);
        } catch (NotServedException e) {
            throw BrokenLogException.entries(
                    first(tile), last(tile), "are not served, though the checkpoint promises them");
        }
    }

    /** Names the first entry that is not the one its leaf stands for. */
    static void check(Tile tile, byte[] bytes, List<Hash> leaves) {
        for (int i = 0; i < tile.width(); i++) {
            long index = first(tile) + i;
            if (bytes.length < (i + 1) * STRIDE) {
                throw BrokenLogException.entry(index, "is missing, though the checkpoint promises it");
            }
            if (bytes[i * STRIDE] != 0 || bytes[i * STRIDE + 1] != Commitment.LENGTH) {
                // Anything but a commitment could be a person's details.
                throw BrokenLogException.entry(index, "is not " + Commitment.LENGTH + " bytes long");
            }
            var entry = Arrays.copyOfRange(bytes, i * STRIDE + LENGTH_BYTES, (i + 1) * STRIDE);
            if (!Hash.leaf(entry).equals(leaves.get(i))) {
                throw BrokenLogException.entry(index, "does not hash to its leaf");
            }
        }
        if (bytes.length > tile.width() * STRIDE) {
            throw BrokenLogException.entries(first(tile), last(tile), "are followed by something that is none");
        }
    }

    static long first(Tile tile) {
        return tile.number() * Tile.WIDTH;
    }

    static long last(Tile tile) {
        return first(tile) + tile.width() - 1;
    }
}
