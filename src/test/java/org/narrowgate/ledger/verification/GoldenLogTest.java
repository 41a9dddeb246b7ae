package org.narrowgate.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.verification.Verdict.FirstUse;
import org.narrowgate.ledger.verification.Verdict.Holds;

/** To make it anew after a change of format: empty the folder, run the test, and copy what it wrote to {@code target}. */
class GoldenLogTest {
    @Test
    void isMadeAnewByteForByte() throws IOException {
        // Given
        var fresh = Path.of("target/golden-log");
        // When
        GoldenLog.write(fresh);
        // Then
        assertThat(files(fresh)).isEqualTo(files(GoldenLog.CHECKED_IN));
    }

    @Test
    void hasFullAndPartialTiles() {
        assertThat(files(GoldenLog.CHECKED_IN).keySet())
                .contains("tile/0/000", "tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2")
                .contains("tile/entries/000", "tile/entries/001", "tile/entries/002.p/188");
    }

    @Test
    void holds() {
        // Given
        var log = new FolderLog(GoldenLog.CHECKED_IN);
        var witnesses = new WitnessesNeeded(1, List.of(GoldenLog.WITNESS.verifyingKey()));
        // When
        var verdict = new LogVerification(log, List.of(GoldenLog.KEY.verifyingKey()), witnesses, Optional.empty())
                .verify(Reach.EVERYTHING, started -> {}, entries -> {});
        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Holds.class,
                        holds -> assertThat(holds.checkpoint())
                                .isEqualTo(new Checkpoint(
                                        "golden.example/log",
                                        700,
                                        holds.checkpoint().root())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 256, 512, 699})
    void itsReceiptsVerify(int entry) throws IOException {
        // Given
        var receipt = ReceiptFile.read(Files.readString(GoldenLog.CHECKED_IN.resolve("receipts/" + entry + ".json")));
        var verification = new ReceiptVerification(List.of(GoldenLog.KEY.verifyingKey()), Optional.empty());
        // Then
        assertThat(List.of(
                        verification.verify(receipt),
                        verification.verify(receipt, new FolderLog(GoldenLog.CHECKED_IN))))
                .allSatisfy(verdict -> assertThat(verdict)
                        .isInstanceOfSatisfying(
                                ReceiptVerdict.InTheLog.class,
                                found -> assertThat(found.firstUse()).isEqualTo(FirstUse.KNOWN_BEFORE)));
    }

    @Test
    void oneByteOfAnyFileOfTheTreeThatIsOtherwiseIsFound(@TempDir Path folder) throws IOException {
        for (var file : files(GoldenLog.CHECKED_IN).keySet().stream()
                .filter(name -> name.startsWith("tile/") || name.equals("checkpoint"))
                .toList()) {
            // Given
            var log = folder.resolve(file.replace('/', '-'));
            GoldenLog.write(log);
            var bytes = Files.readAllBytes(log.resolve(file));
            bytes[bytes.length / 2] ^= 1;
            Files.write(log.resolve(file), bytes);
            // When
            var verdict = new LogVerification(
                            new FolderLog(log),
                            List.of(GoldenLog.KEY.verifyingKey()),
                            WitnessesNeeded.NONE,
                            Optional.empty())
                    .verify(Reach.EVERYTHING, started -> {}, entries -> {});
            // Then
            assertThat(verdict).as(file).isInstanceOf(Verdict.Broken.class);
        }
    }

    private static Map<String, String> files(Path folder) {
        try (var found = Files.walk(folder)) {
            var files = new TreeMap<String, String>();
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
