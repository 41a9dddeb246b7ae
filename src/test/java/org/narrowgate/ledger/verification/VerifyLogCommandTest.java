package org.narrowgate.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.cli.CommandsWithoutApplication;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.note.VerifyingKey;

class VerifyLogCommandTest {
    private static final SigningKey KEY = SigningKey.generate(LogInMemory.ORIGIN);
    private static final String VKEY = KEY.verifyingKey().text();

    private final LogInMemory log = LogInMemory.of(700, KEY);
    private final LogOnHttp served = new LogOnHttp(log);
    private final String url = served.address().toString();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void endsWithZeroWhereEverythingHoldsAndSaysWhoseKeyItBelieved() {
        // When
        int code = run("verify-log", url);
        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .isEqualTo("verify-log: holds: 700 entries of log.example/disclosures, root "
                        + log.tree().root(700).base64() + " (its key believed because the log names it)"
                        + System.lineSeparator() + "verify-log: believed key: " + VKEY + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void endsWithOneAndOneLineWhereSomethingDoesNotHold() {
        // Given
        log.entries().get(300)[0] ^= 1;
        // When
        int code = run("verify-log", url, "--key", VKEY);
        // Then
        assertThat(code).isOne();
        assertThat(out.toString())
                .isEqualTo("verify-log: entry 300: does not hash to its leaf" + System.lineSeparator());
    }

    @Test
    void endsWithTwoWhereItCouldNotLook() {
        // Given
        served.close();
        // When
        int code = run("verify-log", url, "--key", VKEY);
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualTo("verify-log: could not look: " + url + "/log/checkpoint did not answer"
                        + System.lineSeparator());
    }

    @Test
    void findsALogThatWasRolledBackSinceLastTime() {
        // Given
        var state = folder.resolve("seen").toString();
        run("verify-log", url, "--key", VKEY, "--state", state);
        // When
        int code;
        try (var restored = new LogOnHttp(LogInMemory.of(600, KEY))) {
            code = run("verify-log", restored.address().toString(), "--state", state);
        }
        // Then
        assertThat(code).isOne();
        assertThat(out.toString()).endsWith("the log was rolled back or truncated" + System.lineSeparator());
    }

    @Test
    void aReceiptVerifiesWithoutTheLog() {
        // When
        int code = run(
                "verify-log",
                "--receipt",
                GoldenLog.CHECKED_IN.resolve("receipts/256.json").toString(),
                "--key",
                GoldenLog.KEY.verifyingKey().text());
        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .isEqualTo("verify-log: holds: entry 256 says what the receipt says, among 700 entries of"
                        + " golden.example/log" + System.lineSeparator());
    }

    @Test
    void aReceiptVerifiesAgainstAMirror() {
        assertThat(run(
                        "verify-log",
                        GoldenLog.CHECKED_IN.toString(),
                        "--receipt",
                        GoldenLog.CHECKED_IN.resolve("receipts/256.json").toString()))
                .isZero();
    }

    @Test
    void aReceiptOfAnotherLogDoesNotVerify() {
        // When
        int code = run(
                "verify-log",
                url,
                "--receipt",
                GoldenLog.CHECKED_IN.resolve("receipts/256.json").toString());
        // Then
        assertThat(code).isOne();
        assertThat(out.toString())
                .isEqualTo("verify-log: the receipt's checkpoint: no known key of its log signed it"
                        + System.lineSeparator());
    }

    @Test
    void aWitnessCosignsAndHandsIn() throws IOException {
        // Given
        var key = folder.resolve("witness.key");
        assertThat(run("log-key", "witness.example/one", "--witness", "--out", key.toString()))
                .isZero();
        var witness = VerifyingKey.parse(out.toString().strip());
        var state = folder.resolve("seen");
        // When
        int code = run("verify-log", url, "--key", VKEY, "--state", state.toString(), "--witness", key.toString());
        // Then
        assertThat(code).isZero();
        assertThat(served.handedIn()).hasSize(1);
        var cosigned = SignedNote.parse(served.handedIn().getFirst());
        assertThat(cosigned.text()).isEqualTo(log.note().text());
        assertThat(witness.verifies(cosigned.text(), cosigned.signatures().getLast()))
                .isTrue();
        assertThat(Files.readString(state.resolve("cosigned"))).isEqualTo(cosigned.format());
    }

    @Test
    void aCosignatureThatWasNotTakenIsKeptAndSaid() {
        // Given
        var key = folder.resolve("witness.key").toString();
        run("log-key", "witness.example/one", "--witness", "--out", key);
        served.answerCosignaturesWith(403);
        // When
        int code = run("verify-log", url, "--state", folder.resolve("seen").toString(), "--witness", key);
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("verify-log: cosigned, kept in the state, and not handed in: the log does not know this"
                        + " witness: give its operator the public key" + System.lineSeparator());
        assertThat(folder.resolve("seen/cosigned")).exists();
    }

    @Test
    void aWitnessWithoutAMemoryIsNone() {
        // Given
        var key = folder.resolve("witness.key").toString();
        run("log-key", "witness.example/one", "--witness", "--out", key);
        // When
        int code = run("verify-log", url, "--witness", key);
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(served.handedIn()).isEmpty();
        assertThat(err.toString()).startsWith("a witness needs a --state to remember what it cosigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void aWitnessRestsForASecondAtLeast(String seconds) {
        // Given
        var key = folder.resolve("witness.key").toString();
        run("log-key", "witness.example/one", "--witness", "--out", key);
        // When
        int code = run(
                "verify-log", url, "--state", folder.resolve("seen").toString(), "--witness", key, "--every", seconds);
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(served.handedIn()).isEmpty();
        assertThat(err.toString()).startsWith("--every takes a number of seconds from 1 on");
    }

    @Test
    void aLogsKeyDoesNotCosign() {
        // Given
        var key = folder.resolve("log.key").toString();
        run("log-key", "log.example", "--out", key);
        // When
        int code = run("verify-log", url, "--state", folder.resolve("seen").toString(), "--witness", key);
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("verify-log: could not look: the key is a log's, not a witness's" + System.lineSeparator());
    }

    @Test
    void aKeyIsForItsOwnerOnlyAndNeverReplaced() throws IOException {
        // Given
        var file = folder.resolve("log.key");
        run("log-key", "log.example", "--out", file.toString());
        var before = Files.readString(file, UTF_8);
        // When
        int code = run("log-key", "log.example", "--out", file.toString());
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(Files.readString(file, UTF_8)).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.parse(before).verifyingKey().text())
                .isEqualTo(out.toString().strip());
    }

    @Test
    void aKeyWithANameThatNobodyCouldReadIsNotMade() {
        assertThat(run(
                        "log-key",
                        "two words",
                        "--out",
                        folder.resolve("log.key").toString()))
                .isEqualTo(2);
        assertThat(folder.resolve("log.key")).doesNotExist();
    }

    private int run(String... arguments) {
        return CommandsWithoutApplication.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
