package org.narrowgate.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.note.WitnessKey;
import org.narrowgate.ledger.tree.Tile;

/**
 * A log that is the same each time it is made, down to the last byte: whoever reads our format can be tried on it. Its
 * keys are for nothing else, and secret to nobody.
 */
final class GoldenLog {
    static final Path CHECKED_IN = Path.of("src/test/resources/golden-log");
    static final SigningKey KEY =
            SigningKey.parse("PRIVATE+KEY+golden.example/log+78ebb54a+Abg2v/yjBm2cac2ViM8xP1nClQPVpDSKLgL3edfY5DcO");
    static final WitnessKey WITNESS = WitnessKey.parse(
            "PRIVATE+KEY+golden.example/witness+c78e9eae+BCjVCqg+9wUUH6bq6Ue80qFCECTnrPUvROi4r633yJF6");

    private static final int SIZE = 700;
    private static final int SIZE_WHEN_WITNESSED = 600;
    private static final Instant WITNESSED_AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final int[] WITH_RECEIPTS = {0, 255, 256, 512, 699};

    private GoldenLog() {}

    static void write(Path folder) throws IOException {
        var log = new LogInMemory(KEY).called("golden.example/log");
        append(log, 0, SIZE_WHEN_WITNESSED);
        var then = log.publish().note();
        append(log, SIZE_WHEN_WITNESSED, SIZE);
        log.witnessed(then.with(WITNESS.cosign(then.text(), WITNESSED_AT))).publish();
        write(folder.resolve("checkpoint"), log.checkpoint());
        write(folder.resolve("witnessed"), log.witnessed());
        write(folder.resolve("keys"), log.keys());
        for (int level = 0; Tile.count(level, SIZE) > 0; level++) {
            for (long number = 0; number < Tile.count(level, SIZE); number++) {
                write(folder, log, Tile.of(level, number, SIZE));
            }
        }
        for (int entry : WITH_RECEIPTS) {
            write(
                    folder.resolve("receipts/" + entry + ".json"),
                    pretty(ReceiptsInMemory.receipt(entry, log.tree(), log.note())));
        }
    }

    private static void append(LogInMemory log, int from, int to) {
        for (int i = from; i < to; i++) {
            log.entries().add(ReceiptsInMemory.entry(i));
        }
    }

    private static void write(Path folder, LogInMemory log, Tile tile) throws IOException {
        write(folder.resolve("tile/" + tile.path()), log.tile(tile));
        if (tile.level() == 0) {
            write(folder.resolve("tile/" + tile.entriesPath()), log.entries(tile));
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] pretty(ObjectNode receipt) {
        return (receipt.toPrettyString().replace(System.lineSeparator(), "\n") + "\n").getBytes(UTF_8);
    }
}
