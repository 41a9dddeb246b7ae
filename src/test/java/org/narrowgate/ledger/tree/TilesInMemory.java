package org.narrowgate.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/** The tiles over leaves that lie in memory, by the definition of a tile; counts what is read. */
public final class TilesInMemory implements Tiles {
    private final List<List<Hash>> levels = new ArrayList<>(List.of(new ArrayList<>()));
    private long tilesRead;

    public TilesInMemory() {}

    public TilesInMemory(List<Hash> leaves) {
        leaves.forEach(this::append);
    }

    public void append(Hash leaf) {
        levels.getFirst().add(leaf);
        for (int level = 0; levels.get(level).size() % Tile.WIDTH == 0; level++) {
            if (level + 1 == levels.size()) {
                levels.add(new ArrayList<>());
            }
            var hashes = levels.get(level);
            levels.get(level + 1).add(fullRoot(hashes.subList(hashes.size() - Tile.WIDTH, hashes.size())));
        }
    }

    public long size() {
        return levels.getFirst().size();
    }

    public long tilesRead() {
        return tilesRead;
    }

    @Override
    public List<Hash> hashes(Tile tile) {
        tilesRead++;
        int from = Math.toIntExact(tile.number() * Tile.WIDTH);
        return List.copyOf(levels.get(tile.level()).subList(from, from + tile.width()));
    }

    private static Hash fullRoot(List<Hash> hashes) {
        return hashes.size() == 1
                ? hashes.getFirst()
                : Hash.node(
                        fullRoot(hashes.subList(0, hashes.size() / 2)),
                        fullRoot(hashes.subList(hashes.size() / 2, hashes.size())));
    }
}
