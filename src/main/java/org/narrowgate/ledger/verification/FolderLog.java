package org.narrowgate.ledger.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.narrowgate.ledger.tree.Tile;

/** A log in a folder, as a mirror keeps it: the files lie where they would be under the log's address. */
public final class FolderLog implements LogSource {
    private final Path folder;

    public FolderLog(Path folder) {
        this.folder = folder;
    }

    @Override
    public byte[] checkpoint() {
        return read("checkpoint");
    }

    @Override
    public byte[] witnessed() {
        return read("witnessed");
    }

    @Override
    public byte[] keys() {
        return read("keys");
    }

    @Override
    public byte[] tile(Tile tile) {
        return read("tile/" + tile.path());
    }

    @Override
    public byte[] entries(Tile tile) {
        return read("tile/" + tile.entriesPath());
    }

    private byte[] read(String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (NoSuchFileException e) {
            throw new NotServedException(path + " is not in " + folder);
        } catch (IOException e) {
            throw new LogUnreachableException(path + " in " + folder + " cannot be read");
        }
    }
}
