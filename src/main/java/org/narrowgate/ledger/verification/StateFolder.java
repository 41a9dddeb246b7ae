package org.narrowgate.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.VerifyingKey;

/**
 * What was seen of a log last time: its checkpoint, the keys believed, the roots over its tiles, and what was cosigned.
 * One run has it at a time. Each file is replaced in one step and the checkpoint last, so that whatever ends a run, the
 * next one knows at least all that was promised.
 */
public final class StateFolder implements AutoCloseable {
    private static final String CHECKPOINT = "checkpoint";
    private static final String COSIGNED = "cosigned";
    private static final String KEYS = "keys";
    private static final String TILES = "tiles";

    private final Path folder;
    private final FileChannel lock;

    private StateFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens a folder, and makes it where there is none.
     *
     * @throws LogUnreachableException where it cannot be used, or another run has it
     */
    public static StateFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw inUse(folder);
            }
            return new StateFolder(folder, lock);
        } catch (OverlappingFileLockException e) {
            throw inUse(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** The checkpoint of last time, as it was signed. */
    Optional<SignedNote> checkpoint() {
        try {
            return read(CHECKPOINT).map(SignedNote::parse);
        } catch (MalformedNoteException e) {
            throw new LogUnreachableException("the checkpoint kept in " + folder + " is damaged: " + e.getMessage());
        }
    }

    /** The keys believed last time. */
    public List<VerifyingKey> keys() {
        try {
            return read(KEYS).stream()
                    .flatMap(text -> new String(text, UTF_8).lines())
                    .map(VerifyingKey::parse)
                    .toList();
        } catch (MalformedNoteException e) {
            throw new LogUnreachableException("the keys kept in " + folder + " are damaged: " + e.getMessage());
        }
    }

    /** @param size how many entries the checkpoint of last time has */
    TileRootsInFile tileRoots(long size, Reach reach) {
        try {
            return TileRootsInFile.open(folder.resolve(TILES), folder.resolve(TILES + ".new"), size, reach);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Keeps what was found to hold. */
    void save(SignedNote checkpoint, List<VerifyingKey> keys, TileRootsInFile roots) {
        try {
            roots.finish();
            move(folder.resolve(TILES + ".new"), folder.resolve(TILES));
            write(KEYS, keys.stream().map(key -> key.text() + "\n").collect(Collectors.joining()));
            write(CHECKPOINT, checkpoint.format());
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** The checkpoint that was cosigned last, with the cosignature. */
    Optional<Checkpoint> cosigned() {
        try {
            return read(COSIGNED).map(SignedNote::parse).map(note -> Checkpoint.parse(note.text()));
        } catch (MalformedNoteException e) {
            throw new LogUnreachableException(
                    "the cosigned checkpoint kept in " + folder + " is damaged: " + e.getMessage());
        }
    }

    void saveCosigned(SignedNote cosigned) {
        try {
            write(COSIGNED, cosigned.format());
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The system lets go of it when the process ends.
        }
    }

    private Optional<byte[]> read(String name) {
        try {
            var file = folder.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private void write(String name, String content) throws IOException {
        var fresh = folder.resolve(name + ".new");
        try (var file = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        move(fresh, folder.resolve(name));
    }

    private static void move(Path fresh, Path place) throws IOException {
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static LogUnreachableException inUse(Path folder) {
        return new LogUnreachableException("another run uses " + folder);
    }

    private static LogUnreachableException unusable(Path folder, IOException e) {
        return new LogUnreachableException(
                folder + " cannot be used: " + e.getClass().getSimpleName());
    }
}
