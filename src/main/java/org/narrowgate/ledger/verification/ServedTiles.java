package org.narrowgate.ledger.verification;

import java.util.List;
import java.util.stream.IntStream;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;
import org.narrowgate.ledger.tree.Tiles;

/** The tiles that a log serves, believed only as far as they are hashed into a root that is. */
final class ServedTiles implements Tiles {
    private final LogSource log;
    private final long size;

    /** @param size of the tree whose tiles are read: so many entries are named, and no more */
    ServedTiles(LogSource log, long size) {
        this.log = log;
        this.size = size;
    }

    @Override
    public List<Hash> hashes(Tile tile) {
        var bytes = read(tile);
        if (bytes.length != tile.width() * Hash.LENGTH) {
            throw new BrokenLogException(named(tile) + ": is not " + tile.width() * Hash.LENGTH + " bytes long");
        }
        return IntStream.range(0, tile.width())
                .mapToObj(i -> Hash.of(bytes, i * Hash.LENGTH, (i + 1) * Hash.LENGTH))
                .toList();
    }

    /** The tile, and which entries are under it, for whoever is to look for them. */
    String named(Tile tile) {
        long entriesOfAHash = 1L << (Byte.SIZE * tile.level());
        long from = tile.number() * Tile.WIDTH * entriesOfAHash;
        long to = Math.min(size, from + tile.width() * entriesOfAHash) - 1;
        return "tile " + tile.path() + " (entries " + from + " to " + to + ")";
    }

    private byte[] read(Tile tile) {
        try {
            return log.tile(tile);
        } catch (NotServedException e) {
            throw new BrokenLogException(named(tile) + ": is not served, though the checkpoint promises it");
        }
    }
}
