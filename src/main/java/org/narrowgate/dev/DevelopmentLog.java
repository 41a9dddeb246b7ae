package org.narrowgate.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.narrowgate.ledger.note.SigningKey;

/** A signing key for the log, and a file for the last checkpoint that is as short-lived as the embedded database. */
public final class DevelopmentLog {
    private static final String NAME = "localhost/narrowgate-development";
    private static final Path KEPT = Path.of("target", "development", "log-signing-key");

    private final Path key;
    private final Path lastCheckpoint;

    private DevelopmentLog(Path key, Path lastCheckpoint) {
        this.key = key;
        this.lastCheckpoint = lastCheckpoint;
    }

    /** With the key that an earlier start made, where there is one. */
    public static DevelopmentLog start() {
        return with(KEPT);
    }

    /** With a key that nobody has seen before. */
    static DevelopmentLog startFresh() {
        try {
            return with(Files.createTempDirectory("narrowgate-log").resolve("signing-key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DevelopmentLog with(Path key) {
        try {
            if (!Files.exists(key)) {
                Files.createDirectories(key.toAbsolutePath().getParent());
                Files.writeString(key, SigningKey.generate(NAME).secretText() + "\n");
            }
            var folder = Files.createTempDirectory("narrowgate-log");
            return new DevelopmentLog(key.toAbsolutePath(), folder.resolve("last-checkpoint"));
        } catch (IOException e) {
            throw new UncheckedIOException("the log's development key could not be made", e);
        }
    }

    public Map<String, String> settings() {
        return Map.of(
                "narrowgate.log.signing-keys", key.toString(),
                "narrowgate.log.last-checkpoint", lastCheckpoint.toString());
    }
}
