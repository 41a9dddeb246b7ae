package org.narrowgate.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.narrowgate.ledger.verification.LogInMemory.ORIGIN;
import static org.narrowgate.ledger.verification.LogInMemory.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;
import org.narrowgate.ledger.verification.Verdict.Broken;
import org.narrowgate.ledger.verification.Verdict.FirstUse;
import org.narrowgate.ledger.verification.Verdict.Holds;

class LogVerificationTest {
    private static final SigningKey KEY = SigningKey.generate(ORIGIN);
    private static final int SIZE = 700;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 513, 700, 65_535, 65_536, 65_792, 66_000})
    void anHonestLogHolds(int size) {
        // Given
        var log = LogInMemory.of(size, KEY);
        // When
        var verdict = look(log);
        // Then
        assertThat(verdict)
                .isEqualTo(new Holds(
                        new Checkpoint(ORIGIN, size, log.tree().root(size)),
                        log.note(),
                        Optional.empty(),
                        List.of(KEY.verifyingKey()),
                        FirstUse.KNOWN_BEFORE,
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 300", "300, 300", "300, 301", "256, 700", "511, 512", "700, 66000"})
    void aLogThatGrewHoldsAndIsRememberedFromOneTimeToTheNext(int before, int now) {
        // Given
        var log = LogInMemory.of(before, KEY);
        var then = log.note();
        lookAgain(log);
        // When
        log.append(now - before).publish();
        var verdicts = List.of(lookAgain(log), lookAgain(log));
        // Then
        assertThat(verdicts)
                .containsExactly(
                        held(log, Checkpoint.parse(then.text())),
                        held(log, new Checkpoint(ORIGIN, now, log.tree().root(now))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 256, 511, 512, 699})
    void anEntryThatWasAlteredIsNamed(int index) {
        // Given
        var log = LogInMemory.of(SIZE, KEY);
        log.entries().get(index)[31] ^= 1;
        // Then
        assertThat(look(log)).isEqualTo(new Broken("entry " + index + ": does not hash to its leaf"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 256, 511, 512, 699})
    void aLeafThatWasAlteredIsNamedByItsEntry(int index) {
        // Given
        var log = LogInMemory.of(SIZE, KEY).falseLeaf(index, Hash.leaf(entry(9_999)));
        // When
        log.publish();
        // Then
        assertThat(look(log)).isEqualTo(new Broken("entry " + index + ": does not hash to its leaf"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "300, 300", "698, 698"})
    void anEntryThatWasDroppedIsNamed(int dropped, int named) {
        // Given
        var log = LogInMemory.of(SIZE, KEY);
        log.entries().remove(dropped);
        // Then
        assertThat(look(log)).isEqualTo(new Broken("entry " + named + ": does not hash to its leaf"));
    }

    @Test
    void aLastEntryThatWasDroppedIsNamed() {
        // Given
        var log = LogInMemory.of(SIZE, KEY);
        log.entries().removeLast();
        // Then
        assertThat(look(log)).isEqualTo(new Broken("entry 699: is missing, though the checkpoint promises it"));
    }

    @Test
    void theFirstOfTwoEntriesThatWereReorderedIsNamed() {
        // Given
        var log = LogInMemory.of(SIZE, KEY);
        var entries = log.entries();
        entries.set(300, entries.set(301, entries.get(300)));
        // Then
        assertThat(look(log)).isEqualTo(new Broken("entry 300: does not hash to its leaf"));
    }

    @Test
    void anEntryThatWasInsertedIsNamed() {
        // Given
        var log = LogInMemory.of(SIZE, KEY);
        log.entries().add(300, entry(9_999));
        // Then
        assertThat(look(log)).isEqualTo(new Broken("entry 300: does not hash to its leaf"));
    }

    @Test
    void whatFollowsTheLastEntryOfABundleIsFound() {
        // Given
        var log = LogInMemory.of(SIZE, KEY);
        var bundle = new ArrayList<>(log.entries().subList(512, SIZE));
        bundle.add(entry(9_999));
        // Then
        assertThat(look(log.answer("entries/002.p/188", LogInMemory.bundle(bundle))))
                .isEqualTo(new Broken("entries 512 to 699: are followed by something that is none"));
    }

    @Test
    void anEntryThatIsNoCommitmentIsNamed() {
        // Given
        var log = LogInMemory.of(SIZE, KEY);
        log.entries().set(300, "somebody's name and where she lives".getBytes(UTF_8));
        // Then
        assertThat(look(log.publish())).isEqualTo(new Broken("entry 300: is not 32 bytes long"));
    }

    @ParameterizedTest
    @CsvSource({
        "0/001, tile 0/001 (entries 256 to 511)",
        "0/002.p/188, tile 0/002.p/188 (entries 512 to 699)",
        "1/000.p/2, tile 1/000.p/2 (entries 0 to 511)",
        "entries/001, entries 256 to 511"
    })
    void whatIsPromisedAndNotServedIsFound(String path, String place) {
        // Given
        var log = LogInMemory.of(SIZE, KEY).answer(path, new byte[0]);
        // When
        var verdict = look(log);
        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.finding())
                                .startsWith(place + ": ")
                                .contains("not served, though the checkpoint promises"));
    }

    @Test
    void aTileThatIsCutShortIsNamed() {
        assertThat(look(LogInMemory.of(SIZE, KEY).answer("0/001", new byte[8_191])))
                .isEqualTo(new Broken("tile 0/001 (entries 256 to 511): is not 8192 bytes long"));
    }

    @Test
    void aTileThatDoesNotHashToTheOneAboveItIsNamed() {
        // Given
        var log = LogInMemory.of(66_000, KEY);
        var above = log.tile(Tile.parse("1/000").orElseThrow());
        above[3 * Hash.LENGTH] ^= 1;
        // Then
        assertThat(look(log.answer("1/000", above)))
                .isEqualTo(new Broken("tile 0/003 (entries 768 to 1023): does not hash to what tile 1/000 says"));
    }

    @Test
    void aTileAboveThatDoesNotHashToTheOneAboveItIsNamed() {
        // Given
        var log = LogInMemory.of(66_000, KEY);
        // Then
        assertThat(look(log.answer("2/000.p/1", new byte[Hash.LENGTH])))
                .isEqualTo(new Broken("tile 1/000 (entries 0 to 65535): does not hash to what tile 2/000.p/1 says"));
    }

    @Test
    void entriesThatAreNotWhatTheLogSignedAreFound() {
        // Given
        var signed = LogInMemory.of(SIZE, KEY);
        var altered = LogInMemory.of(SIZE, KEY);
        altered.entries().get(650)[0] ^= 1;
        // When
        altered.publish().answer("checkpoint", signed.checkpoint());
        // Then
        assertThat(look(altered))
                .isEqualTo(new Broken("checkpoint: its root is not that of the 700 entries that are served"));
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 255", "300, 256, 511", "650, 512, 699"})
    void aPastThatWasRewrittenAndSignedAgainIsFoundAndItsEntriesNamed(int altered, int from, int to) {
        // Given
        var log = LogInMemory.of(SIZE, KEY);
        lookAgain(log);
        // When
        log.entries().get(altered)[0] ^= 1;
        log.append(100).publish();
        // Then
        assertThat(lookAgain(log))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.finding())
                                .startsWith("entries " + from + " to " + to + ": are not those of ")
                                .endsWith("last time: the log was rewritten or forked"));
    }

    @Test
    void aLogThatWasTruncatedIsFound() {
        // Given
        lookAgain(LogInMemory.of(SIZE, KEY));
        // When
        var verdict = lookAgain(LogInMemory.of(600, KEY));
        // Then
        assertThat(verdict)
                .isEqualTo(new Broken("checkpoint: has 600 entries, fewer than the 700 of the checkpoint of last time:"
                        + " the log was rolled back or truncated"));
    }

    @Test
    void aLogThatWasRolledBackAndWentOnDifferentlyIsFound() {
        // Given
        lookAgain(LogInMemory.of(SIZE, KEY));
        var restored = LogInMemory.of(600, KEY);
        for (int i = 0; i < 200; i++) {
            restored.entries().add(entry(10_000 + i));
        }
        // Then
        assertThat(lookAgain(restored.publish()))
                .isEqualTo(new Broken("entries 512 to 699: are not those of the checkpoint of last time:"
                        + " the log was rewritten or forked"));
    }

    @Test
    void aForkOfTheSameSizeIsFound() {
        // Given
        lookAgain(LogInMemory.of(SIZE, KEY));
        var fork = LogInMemory.of(SIZE, KEY);
        fork.entries().set(40, entry(9_999));
        // Then
        assertThat(lookAgain(fork.publish()))
                .isEqualTo(new Broken("entries 0 to 255: are not those of last time: the log was rewritten or forked"));
    }

    @Test
    void whatDoesNotHoldLeavesWhatWasSeenAsItWas() {
        // Given
        var honest = LogInMemory.of(SIZE, KEY);
        lookAgain(honest);
        var fork = LogInMemory.of(800, KEY);
        fork.entries().set(799, entry(9_999));
        lookAgain(fork);
        // Then
        assertThat(lookAgain(honest))
                .isEqualTo(held(honest, Checkpoint.parse(honest.note().text())));
    }

    @Test
    void anotherLogIsNotTakenForThisOne() {
        // Given
        lookAgain(LogInMemory.of(3, KEY));
        var other = SigningKey.generate("other.example/log");
        var text = new Checkpoint("other.example/log", 0, Hash.EMPTY).text();
        var log = LogInMemory.of(3, KEY)
                .answer(
                        "checkpoint",
                        new SignedNote(text, List.of(other.sign(text))).format().getBytes(UTF_8));
        // Then
        assertThat(lookAgain(log, KEY.verifyingKey(), other.verifyingKey()))
                .isEqualTo(new Broken(
                        "checkpoint: is of the log other.example/log, the checkpoint of last time of " + ORIGIN));
    }

    @Test
    void aCheckpointThatNoKnownKeySignedIsNotBelieved() {
        // Given
        var log = LogInMemory.of(3, SigningKey.generate(ORIGIN));
        // Then
        assertThat(look(log)).isEqualTo(new Broken("checkpoint: no known key of its log signed it"));
    }

    @Test
    void aCheckpointWithAForgedSignatureIsNotBelieved() {
        // Given
        var log = LogInMemory.of(3, KEY);
        var forged = new String(log.checkpoint(), UTF_8).replace("\n3\n", "\n2\n");
        log.answer("checkpoint", forged.getBytes(UTF_8));
        // Then
        assertThat(look(log))
                .isEqualTo(new Broken("checkpoint: its signature in the name of "
                        + KEY.verifyingKey().text() + " is wrong"));
    }

    @Test
    void whereNoKeyIsKnownTheLogsOwnIsBelievedOnceAndThenKept() {
        // Given
        var log = LogInMemory.of(3, KEY);
        // When
        var first = lookKnowingNothing(log);
        var thief = LogInMemory.of(5, SigningKey.generate(ORIGIN));
        var second = lookKnowingNothing(thief);
        // Then
        assertThat(first)
                .isEqualTo(new Holds(
                        Checkpoint.parse(log.note().text()),
                        log.note(),
                        Optional.empty(),
                        List.of(KEY.verifyingKey()),
                        FirstUse.TRUSTED_ON_FIRST_USE,
                        List.of()));
        assertThat(second).isEqualTo(new Broken("checkpoint: no known key of its log signed it"));
    }

    @Test
    void aNewKeyIsLearnedWhileTheOldOneSignsBesideIt() {
        // Given
        var next = SigningKey.generate(ORIGIN);
        var log = LogInMemory.of(3, KEY);
        lookKnowingNothing(log);
        // When
        log.signWith(KEY, next)
                .name(KEY.verifyingKey(), next.verifyingKey())
                .append(1)
                .publish();
        var overlap = lookKnowingNothing(log);
        log.signWith(next).name(next.verifyingKey()).append(1).publish();
        var after = lookKnowingNothing(log);
        // Then
        assertThat(((Holds) overlap).learned()).containsExactly(next.verifyingKey());
        assertThat(((Holds) after).keys()).containsExactly(next.verifyingKey());
    }

    @Test
    void aNewKeyThatTheOldOneDoesNotSignBesideIsNotLearned() {
        // Given
        var next = SigningKey.generate(ORIGIN);
        var log = LogInMemory.of(3, KEY);
        lookKnowingNothing(log);
        // When
        log.name(KEY.verifyingKey(), next.verifyingKey()).append(1).publish();
        var named = lookKnowingNothing(log);
        log.signWith(next).append(1).publish();
        // Then
        assertThat(((Holds) named).learned()).isEmpty();
        assertThat(lookKnowingNothing(log)).isEqualTo(new Broken("checkpoint: no known key of its log signed it"));
    }

    @Test
    void whatIsNewIsReadAloneAndStillHoldsTheLogToItsPast() {
        // Given
        var log = LogInMemory.of(66_000, KEY);
        lookAgain(log);
        long readBefore = log.read();
        log.append(300).publish();
        // When
        var verdict = lookAgain(log, Reach.WHAT_IS_NEW, KEY.verifyingKey());
        // Then
        assertThat(verdict).isInstanceOf(Holds.class);
        assertThat(log.read() - readBefore).isLessThan(12);
        assertThat(lookAgain(log))
                .isEqualTo(held(log, Checkpoint.parse(log.note().text())));
    }

    @Test
    void aForkIsFoundEvenWhereOnlyWhatIsNewIsRead() {
        // Given
        lookAgain(LogInMemory.of(SIZE, KEY));
        var fork = LogInMemory.of(SIZE, KEY);
        fork.entries().set(40, entry(9_999));
        fork.append(100).publish();
        // Then
        assertThat(lookAgain(fork, Reach.WHAT_IS_NEW, KEY.verifyingKey())).isInstanceOf(Broken.class);
    }

    @Test
    void twoRunsDoNotShareAState() {
        try (var one = StateFolder.open(folder)) {
            assertThatThrownBy(() -> StateFolder.open(folder))
                    .isInstanceOf(LogUnreachableException.class)
                    .hasMessage("another run uses " + folder);
            assertThat(one.keys()).isEmpty();
        }
    }

    private static Holds held(LogInMemory log, Checkpoint before) {
        var note = log.note();
        return new Holds(
                Checkpoint.parse(note.text()),
                note,
                Optional.of(before),
                List.of(KEY.verifyingKey()),
                FirstUse.KNOWN_BEFORE,
                List.of());
    }

    private static Verdict look(LogSource log) {
        return new LogVerification(log, List.of(KEY.verifyingKey()), WitnessesNeeded.NONE, Optional.empty())
                .verify(Reach.EVERYTHING, checkpoint -> {}, entries -> {});
    }

    private Verdict lookKnowingNothing(LogSource log) {
        return lookAgain(log, Reach.EVERYTHING);
    }

    private Verdict lookAgain(LogSource log) {
        return lookAgain(log, KEY.verifyingKey());
    }

    private Verdict lookAgain(LogSource log, VerifyingKey... known) {
        return lookAgain(log, Reach.EVERYTHING, known);
    }

    private Verdict lookAgain(LogSource log, Reach reach, VerifyingKey... known) {
        try (var state = StateFolder.open(folder)) {
            return new LogVerification(log, List.of(known), WitnessesNeeded.NONE, Optional.of(state))
                    .verify(reach, checkpoint -> {}, entries -> {});
        }
    }
}
