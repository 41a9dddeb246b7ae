package org.narrowgate.ledger.verification;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/** Roots of last time in one file, those of this time in another: a long log's would not fit in memory. */
final class TileRootsInFile implements TileRoots, AutoCloseable {
    private final InputStream before;
    private final FileOutputStream file;
    private final OutputStream now;
    private final long known;
    private final Reach reach;

    private TileRootsInFile(InputStream before, FileOutputStream file, long known, Reach reach) {
        this.before = before;
        this.file = file;
        this.now = new BufferedOutputStream(file);
        this.known = known;
        this.reach = reach;
    }

    /** @param size how many entries the log had last time; roots beyond them were never promised */
    static TileRootsInFile open(Path before, Path now, long size, Reach reach) throws IOException {
        long known = size / Tile.WIDTH;
        if (known > 0 && (!Files.exists(before) || Files.size(before) < known * Hash.LENGTH)) {
            throw new LogUnreachableException("the roots kept in " + before + " are damaged: some are missing");
        }
        var read = known == 0 ? InputStream.nullInputStream() : new BufferedInputStream(Files.newInputStream(before));
        return new TileRootsInFile(read, new FileOutputStream(now.toFile()), known, reach);
    }

    @Override
    public Optional<Hash> known(long number) {
        if (number >= known) {
            return Optional.empty();
        }
        try {
            return Optional.of(Hash.of(before.readNBytes(Hash.LENGTH)));
        } catch (IOException e) {
            throw new LogUnreachableException("the roots of last time cannot be read");
        }
    }

    @Override
    public long trusted() {
        return switch (reach) {
            case EVERYTHING -> 0;
            case WHAT_IS_NEW -> known;
        };
    }

    @Override
    public void add(Hash root) {
        try {
            now.write(root.bytes());
        } catch (IOException e) {
            throw new LogUnreachableException("the roots of this time cannot be written");
        }
    }

    /** Makes what was added durable. */
    void finish() throws IOException {
        now.flush();
        file.getFD().sync();
        file.close();
    }

    @Override
    public void close() {
        try (before;
                file) {
            // Whatever was not finished is nothing.
        } catch (IOException e) {
            // It was about to be thrown away.
        }
    }
}
