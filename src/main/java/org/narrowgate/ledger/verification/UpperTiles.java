package org.narrowgate.ledger.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.tree.GrowingTree;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/** The tiles above the leaves: each full tile must hash to what the tile above it says. Holds one tile a level. */
final class UpperTiles {
    private final ServedTiles tiles;
    private final long size;
    private final List<Optional<Held>> held = new ArrayList<>();

    UpperTiles(ServedTiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** @param root over the full tile {@code number} of {@code level} */
    void check(int level, long number, Hash root) {
        var above = above(level + 1, number / Tile.WIDTH);
        int place = (int) (number % Tile.WIDTH);
        if (!above.hashes.get(place).equals(root)) {
            throw new BrokenLogException(tiles.named(new Tile(level, number, Tile.WIDTH))
                    + ": does not hash to what tile " + above.tile.path() + " says");
        }
        if (place == Tile.WIDTH - 1) {
            check(level + 1, number / Tile.WIDTH, over(above.hashes));
        }
    }

    static Hash over(List<Hash> hashes) {
        var tree = new GrowingTree();
        hashes.forEach(tree::append);
        return tree.root();
    }

    private Held above(int level, long number) {
        while (held.size() < level) {
            held.add(Optional.empty());
        }
        var found = held.get(level - 1).filter(above -> above.tile.number() == number);
        if (found.isPresent()) {
            return found.get();
        }
        var tile = Tile.of(level, number, size);
        var read = new Held(tile, tiles.hashes(tile));
        held.set(level - 1, Optional.of(read));
        return read;
    }

    private record Held(Tile tile, List<Hash> hashes) {}
}
