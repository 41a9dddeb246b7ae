package org.narrowgate.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.verification.ReceiptVerdict.Broken;
import org.narrowgate.ledger.verification.ReceiptVerdict.InTheLog;
import org.narrowgate.ledger.verification.ReceiptVerdict.NotYetInTheLog;
import org.narrowgate.ledger.verification.Verdict.FirstUse;

class ReceiptVerificationTest {
    private static final SigningKey KEY = SigningKey.generate(LogInMemory.ORIGIN);
    private static final ReceiptVerification KNOWING_THE_KEY =
            new ReceiptVerification(List.of(KEY.verifyingKey()), Optional.empty());
    private static final int SIZE = 300;
    private static final int ENTRY = 123;

    private final LogInMemory log = logOf(SIZE);
    private final SignedNote checkpoint = log.note();
    private final ObjectNode receipt = ReceiptsInMemory.receipt(ENTRY, log.tree(), checkpoint);

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "{\"data\":{\"receipt\":%s}}", "{\"data\":{\"trace\":{\"outcome\":{\"receipt\":%s}}}}"})
    void anHonestReceiptVerifiesOffline(String answer) {
        // When
        var verdict = KNOWING_THE_KEY.verify(ReceiptFile.read(answer.formatted(receipt)));
        // Then
        assertThat(verdict).isEqualTo(new InTheLog(Checkpoint.parse(checkpoint.text()), FirstUse.KNOWN_BEFORE));
    }

    @Test
    void aTreeSizeMayBeANumberToo() {
        // Given
        inclusion(receipt).put("treeSize", SIZE);
        // Then
        assertThat(KNOWING_THE_KEY.verify(read(receipt))).isInstanceOf(InTheLog.class);
    }

    static Stream<Consumer<ObjectNode>> lies() {
        return Stream.of(
                altered -> altered.put("circumstances", ReceiptsInMemory.circumstances(ENTRY + 1)),
                altered -> altered.set(
                        "circumstancesSalt", ReceiptsInMemory.receipt(1).get("circumstancesSalt")),
                altered -> altered.set(
                        "particularsHash", ReceiptsInMemory.receipt(1).get("particularsHash")),
                altered -> altered.set("leafHash", ReceiptsInMemory.receipt(1).get("leafHash")));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void circumstancesThatAreNotTheLeafsAreFound(Consumer<ObjectNode> lie) {
        // When
        lie.accept(receipt);
        // Then
        assertThat(KNOWING_THE_KEY.verify(read(receipt)))
                .isEqualTo(new Broken("entry 123: the receipt's circumstances do not hash to its leaf"));
    }

    static Stream<Consumer<ObjectNode>> wrongProofs() {
        return Stream.of(
                altered -> altered.put("entry", "122"),
                altered -> inclusion(altered).put("treeSize", "301"),
                altered -> inclusion(altered).withArray("path").remove(0),
                altered -> inclusion(altered).withArray("path").set(0, Hash.EMPTY.base64()));
    }

    @ParameterizedTest
    @MethodSource("wrongProofs")
    void aProofThatDoesNotLeadToTheRootIsFound(Consumer<ObjectNode> wrong) {
        // When
        wrong.accept(receipt);
        // Then
        assertThat(KNOWING_THE_KEY.verify(read(receipt)))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.finding())
                                .endsWith("the receipt's proof does not lead to the root of its checkpoint"));
    }

    @Test
    void aReceiptWhoseCheckpointNobodyKnownSignedIsNotBelieved() {
        assertThat(new ReceiptVerification(
                                List.of(SigningKey.generate(LogInMemory.ORIGIN).verifyingKey()), Optional.empty())
                        .verify(read(receipt)))
                .isEqualTo(new Broken("the receipt's checkpoint: no known key of its log signed it"));
    }

    @Test
    void withoutAKeyNobodyCanTell() {
        assertThatThrownBy(() -> new ReceiptVerification(List.of(), Optional.empty()).verify(read(receipt)))
                .isInstanceOf(LogUnreachableException.class)
                .hasMessage("no key of the log is known: give one with --key");
    }

    @Test
    void theKeysOfLastTimeAreEnough(@TempDir Path folder) {
        try (var state = StateFolder.open(folder)) {
            // Given
            new LogVerification(log, List.of(KEY.verifyingKey()), WitnessesNeeded.NONE, Optional.of(state))
                    .verify(Reach.EVERYTHING, started -> {}, entries -> {});
            // Then
            assertThat(new ReceiptVerification(List.of(), Optional.of(state)).verify(read(receipt)))
                    .isInstanceOf(InTheLog.class);
        }
    }

    @Test
    void aReceiptWithoutAProofSaysOnlyThatItsLeafIsRight() {
        assertThat(KNOWING_THE_KEY.verify(read(ReceiptsInMemory.receipt(ENTRY))))
                .isEqualTo(new NotYetInTheLog());
    }

    @Test
    void aReceiptWithoutAProofIsLookedUpInTheLogThatIsThere() {
        assertThat(KNOWING_THE_KEY.verify(read(ReceiptsInMemory.receipt(ENTRY)), log))
                .isEqualTo(new InTheLog(Checkpoint.parse(checkpoint.text()), FirstUse.KNOWN_BEFORE));
        assertThat(KNOWING_THE_KEY.verify(read(ReceiptsInMemory.receipt(SIZE)), log))
                .isEqualTo(new NotYetInTheLog());
    }

    @Test
    void aReceiptIsHeldAgainstTheLogAsItIsNow() {
        // Given
        var grown = logOf(SIZE + 500);
        // Then
        assertThat(KNOWING_THE_KEY.verify(read(receipt), grown))
                .isEqualTo(new InTheLog(Checkpoint.parse(grown.note().text()), FirstUse.KNOWN_BEFORE));
    }

    @Test
    void aLogThatIsNotTheOneTheReceiptCameFromIsFound() {
        // Given
        var fork = logOf(SIZE + 500);
        fork.entries().set(7, LogInMemory.entry(9_999));
        // Then
        assertThat(KNOWING_THE_KEY.verify(read(receipt), fork.publish()))
                .isEqualTo(new Broken("entries 0 to 299: are not those of the receipt's checkpoint:"
                        + " the log was rewritten or forked"));
    }

    @Test
    void aLogThatIsShorterThanTheReceiptsIsFound() {
        assertThat(KNOWING_THE_KEY.verify(read(receipt), logOf(SIZE - 1)))
                .isEqualTo(new Broken("checkpoint: has 299 entries, fewer than the 300 of the receipt's checkpoint:"
                        + " the log was rolled back or truncated"));
    }

    @Test
    void anEntryThatTheLogHasOtherwiseIsNamed() {
        // Given
        var other = logOf(SIZE);
        other.entries().set(ENTRY, LogInMemory.entry(9_999));
        // Then
        assertThat(KNOWING_THE_KEY.verify(read(ReceiptsInMemory.receipt(ENTRY)), other.publish()))
                .isEqualTo(new Broken("entry 123: is not in the log as the receipt has it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{}",
                "[]",
                "{\"data\":{\"receipt\":null}}",
                "{\"entry\":\"1\",\"leafHash\":\"AAAA\"}",
                "[{\"entry\":\"1\",\"leafHash\":\"\"},{\"entry\":\"2\",\"leafHash\":\"\"}]"
            })
    void aFileThatHoldsNoWholeReceiptIsNotOne(String json) {
        assertThatThrownBy(() -> ReceiptFile.read(json)).isInstanceOf(UnreadableReceiptException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"circumstances", "circumstancesSalt", "particularsHash"})
    void whatWasNotAskedForIsNamed(String field) {
        // Given
        receipt.remove(field);
        // Then
        assertThatThrownBy(() -> read(receipt))
                .isInstanceOf(UnreadableReceiptException.class)
                .hasMessage("it does not have " + field + ": ask for it in the query");
    }

    private static LogInMemory logOf(int size) {
        var log = new LogInMemory(KEY);
        for (int i = 0; i < size; i++) {
            log.entries().add(ReceiptsInMemory.entry(i));
        }
        return log.publish();
    }

    private static ObjectNode inclusion(ObjectNode receipt) {
        return (ObjectNode) receipt.get("inclusion");
    }

    private static Receipt read(ObjectNode receipt) {
        return ReceiptFile.read(receipt.toString());
    }
}
