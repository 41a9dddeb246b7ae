package org.narrowgate.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.narrowgate.registry.ImportListener;

/**
 * Where lines go that were not taken, as they were, so that they can be mended and imported. Made anew by each import,
 * and only where there is something to hold; readable by its owner only, because it holds personal data.
 */
final class RejectsFile implements ImportListener, AutoCloseable {
    private final Path path;
    private final PrintWriter err;
    private final ProgressOnTerminal progress;
    private @Nullable OutputStream lines;

    RejectsFile(Path path, PrintWriter err, ProgressOnTerminal progress) throws IOException {
        this.path = path;
        this.err = err;
        this.progress = progress;
        // Rejects of an earlier run would be taken for this one's.
        Files.deleteIfExists(path);
    }

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".rejects.ndjson");
    }

    @Override
    public void rejected(long line, String reason, byte[] content) {
        err.println("line " + line + ": " + reason);
        err.flush();
        try {
            if (lines == null) {
                lines = create();
            }
            lines.write(content);
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void progressed(long bytes) {
        progress.reach(bytes);
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }

    private OutputStream create() throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return new BufferedOutputStream(Files.newOutputStream(path));
    }
}
