package org.narrowgate.ledger.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.narrowgate.ledger.note.SignedNote;

/** The last checkpoint as it is kept outside the database, in a file: what the database says is held against it. */
public final class LastCheckpoint {
    private final Path file;
    private final Path lock;

    public LastCheckpoint(Path file) {
        this.file = file.toAbsolutePath();
        this.lock = this.file.resolveSibling(this.file.getFileName() + ".lock");
    }

    /** The file of no other integrator for as long as this is open, also where two databases are copies of one. */
    public final class Held implements AutoCloseable {
        private final FileChannel channel;
        private final FileLock held;

        private Held(FileChannel channel, FileLock held) {
            this.channel = channel;
            this.held = held;
        }

        /**
         * Empty where there is no file.
         *
         * @throws org.narrowgate.ledger.note.MalformedNoteException where it holds something else
         */
        public Optional<SignedNote> read() throws IOException {
            try {
                return Optional.of(SignedNote.parse(Files.readAllBytes(file)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        /** On return the file and its name are on the disk; until then the one before is. */
        public void write(SignedNote note) throws IOException {
            var beside = file.resolveSibling(file.getFileName() + ".new");
            try (var written = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(note.format().getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    written.write(bytes);
                }
                written.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            // The name is in the folder, which is written apart from what it names.
            try (var folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                held.release();
            }
        }
    }

    /** Empty where another integrator is at it. */
    public Optional<Held> hold() throws IOException {
        var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var held = channel.tryLock();
            if (held != null) {
                return Optional.of(new Held(channel, held));
            }
        } catch (OverlappingFileLockException e) {
            // Another integrator of this very process: as good as of another one.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }
}
