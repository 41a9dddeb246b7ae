package org.narrowgate.ledger.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.ledger.note.SignedNote.Signers;

class SignedNoteTest {
    // From the documentation of Go's golang.org/x/mod/sumdb/note.
    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String GO_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String GO_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;
    private static final String TEXT = "log.example/1\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    private static final SigningKey LOG = SigningKey.generate("log.example/1");
    private static final WitnessKey WITNESS = WitnessKey.generate("witness.example/w");
    private static final SignedNote SIGNED = new SignedNote(TEXT, List.of(LOG.sign(TEXT)));

    @Test
    void aNoteOfGosIsReadAndItsSignatureHolds() {
        // When
        var note = SignedNote.parse(GO_NOTE);
        // Then
        assertThat(note.signers(List.of(VerifyingKey.parse(GO_KEY))))
                .isEqualTo(new Signers.Known(List.of(VerifyingKey.parse(GO_KEY))));
        assertThat(note.format()).isEqualTo(GO_NOTE);
    }

    @Test
    void aPrivateKeyOfGosSignsAsGoDoes() {
        // Given
        var key = SigningKey.parse(GO_SECRET);
        var text = SignedNote.parse(GO_NOTE).text();
        // Then
        assertThat(key.verifyingKey().text()).isEqualTo(GO_KEY);
        assertThat(key.secretText()).isEqualTo(GO_SECRET);
        assertThat(new SignedNote(text, List.of(key.sign(text))).format()).isEqualTo(GO_NOTE);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        // Given
        var note = SIGNED.with(WITNESS.cosign(TEXT, Instant.parse("2026-03-01T12:00:00Z")));
        // Then
        assertThat(SignedNote.parse(note.format())).isEqualTo(note);
        assertThat(SignedNote.parse(note.format().getBytes(UTF_8))).isEqualTo(note);
        assertThat(SigningKey.parse(LOG.secretText() + "\n").verifyingKey()).isEqualTo(LOG.verifyingKey());
        assertThat(WitnessKey.parse(WITNESS.secretText()).verifyingKey()).isEqualTo(WITNESS.verifyingKey());
        assertThat(VerifyingKey.parse(WITNESS.verifyingKey().text())).isEqualTo(WITNESS.verifyingKey());
    }

    @Test
    void aCosignatureSaysWhenItWasMade() {
        // Given
        var at = Instant.parse("2026-03-01T12:00:00Z");
        // When
        var cosignature = WITNESS.cosign(TEXT, at);
        // Then
        assertThat(WITNESS.verifyingKey().cosignedAt(TEXT, cosignature)).contains(at);
        assertThat(WITNESS.verifyingKey().cosignedAt(TEXT + "more\n", cosignature))
                .isEmpty();
        assertThat(WITNESS.verifyingKey().verifies(TEXT + "more\n", cosignature))
                .isFalse();
    }

    @Test
    void signaturesOfStrangersAreIgnored() {
        // Given
        var note = SIGNED.with(WITNESS.cosign(TEXT, Instant.EPOCH))
                .with(SigningKey.generate("log.example/1").sign(TEXT));
        // Then
        assertThat(note.signers(List.of(LOG.verifyingKey()))).isEqualTo(new Signers.Known(List.of(LOG.verifyingKey())));
    }

    @Test
    void aNoteThatNobodyKnownSignedIsNotBelieved() {
        assertThat(SIGNED.signers(List.of(SigningKey.generate("log.example/1").verifyingKey())))
                .isEqualTo(new Signers.Unknown());
        assertThat(SIGNED.signers(List.of())).isEqualTo(new Signers.Unknown());
    }

    @Test
    void aForgedSignatureInAKnownNameSpoilsTheNote() {
        // Given
        var altered = new SignedNote(TEXT + "more\n", SIGNED.signatures());
        // Then
        assertThat(altered.signers(List.of(LOG.verifyingKey()))).isEqualTo(new Signers.Forged(LOG.verifyingKey()));
        assertThat(altered.with(WITNESS.cosign(altered.text(), Instant.EPOCH))
                        .signers(List.of(WITNESS.verifyingKey(), LOG.verifyingKey())))
                .isEqualTo(new Signers.Forged(LOG.verifyingKey()));
    }

    static Stream<String> malformed() {
        var signature = LOG.sign(TEXT).line() + "\n";
        return Stream.of(
                "",
                "\n",
                TEXT,
                TEXT + signature,
                TEXT + "\n",
                TEXT + "\n" + signature.stripTrailing(),
                TEXT + "\n" + signature + "\n",
                TEXT + "\n" + signature + "remark\n",
                TEXT + "\n" + signature.replace("— ", "- "),
                TEXT + "\n" + signature.replace("=", ""),
                TEXT + "\n— log.example/1 AAAA\n",
                TEXT + "\n— log.example/1 \n",
                TEXT + "\n— " + signature.substring(signature.lastIndexOf(' ') + 1),
                TEXT + "\n" + signature.replace("log.example/1", "log example/1"),
                TEXT + "\n" + signature.replace("log.example/1", "log+example/1"),
                TEXT + "\n" + signature.replace("log.example/1", "log\u00a0example/1"),
                TEXT + "tab\there\n\n" + signature,
                TEXT + "carriage return\r\n\n" + signature,
                TEXT + "null\0\n\n" + signature,
                TEXT + "\n" + signature.repeat(101),
                "x".repeat(SignedNote.MOST_BYTES) + "\n\n" + signature);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoSignedNoteIsRefused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(MalformedNoteException.class);
        assertThatThrownBy(() -> SignedNote.parse(note.getBytes(UTF_8))).isInstanceOf(MalformedNoteException.class);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertThatThrownBy(() -> SignedNote.parse(
                        ("é\n\n" + SIGNED.signatures().getFirst().line() + "\n").getBytes(ISO_8859_1)))
                .isInstanceOf(MalformedNoteException.class)
                .hasMessage("a note is UTF-8");
    }

    @Test
    void aTextMayHoldEmptyLinesAndTheLastOneCounts() {
        // Given
        var text = "a\n\nb\n";
        var note = new SignedNote(text, List.of(LOG.sign(text)));
        // Then
        assertThat(SignedNote.parse(note.format())).isEqualTo(note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "one+two", "line\nend", "non\u2003breaking"})
    void aNameThatWouldNotBeReadAgainIsRefused(String name) {
        assertThatThrownBy(() -> SigningKey.generate(name)).isInstanceOf(MalformedNoteException.class);
        assertThatThrownBy(() -> WitnessKey.generate(name)).isInstanceOf(MalformedNoteException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "SomebodyElse+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy",
                "PeterNeumann+c74f20a3",
                ""
            })
    void aKeyThatIsNotWhatItSaysIsRefused(String text) {
        assertThatThrownBy(() -> VerifyingKey.parse(text)).isInstanceOf(MalformedNoteException.class);
    }

    @Test
    void aLogsKeyIsNoWitnessKeyAndAWitnessKeyNoLogs() {
        assertThatThrownBy(() -> WitnessKey.parse(LOG.secretText()))
                .isInstanceOf(MalformedNoteException.class)
                .hasMessage("the key is a log's, not a witness's");
        assertThatThrownBy(() -> SigningKey.parse(WITNESS.secretText()))
                .isInstanceOf(MalformedNoteException.class)
                .hasMessage("the key is a witness's, not a log's");
    }

    @Test
    void aPrivateKeyDoesNotShowItself() {
        assertThat(LOG.toString()).isEqualTo(LOG.verifyingKey().text());
        assertThat(WITNESS.toString()).isEqualTo(WITNESS.verifyingKey().text());
    }
}
