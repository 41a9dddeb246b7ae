package org.narrowgate.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.note.WitnessKey;
import org.narrowgate.ledger.verification.Verdict.Broken;
import org.narrowgate.ledger.verification.Verdict.Holds;

class WitnessTest {
    private static final SigningKey KEY = SigningKey.generate(LogInMemory.ORIGIN);
    private static final WitnessKey WITNESS = WitnessKey.generate("witness.example/one");
    private static final WitnessKey OTHER_WITNESS = WitnessKey.generate("witness.example/two");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void cosignsWhatHoldsAndKeepsIt() throws IOException {
        // Given
        var log = LogInMemory.of(300, KEY);
        // When
        var cosigned = cosigned(log);
        // Then
        assertThat(cosigned.text()).isEqualTo(log.note().text());
        assertThat(WITNESS.verifyingKey()
                        .cosignedAt(cosigned.text(), cosigned.signatures().getLast()))
                .contains(NOW);
        assertThat(SignedNote.parse(Files.readAllBytes(folder.resolve("cosigned"))))
                .isEqualTo(cosigned);
    }

    @Test
    void cosignsTheSameCheckpointAgainAndOneThatGrew() {
        // Given
        var log = LogInMemory.of(300, KEY);
        cosigned(log);
        // Then
        assertThat(cosigned(log).text()).isEqualTo(log.note().text());
        log.append(20).publish();
        assertThat(cosigned(log).text()).isEqualTo(log.note().text());
    }

    @Test
    void findsAForkAndDoesNotCosignIt() throws IOException {
        // Given
        var seen = cosigned(LogInMemory.of(300, KEY));
        var fork = LogInMemory.of(400, KEY);
        fork.entries().set(299, LogInMemory.entry(9_999));
        // When
        var verdict = look(fork.publish());
        // Then
        assertThat(verdict)
                .isEqualTo(new Broken("entries 256 to 299: are not those of the checkpoint of last time:"
                        + " the log was rewritten or forked"));
        assertThat(SignedNote.parse(Files.readAllBytes(folder.resolve("cosigned"))))
                .isEqualTo(seen);
    }

    @Test
    void isNotFooledByLosingItsCheckpointWhileItsCosignatureIsThere() throws IOException {
        // Given
        cosigned(LogInMemory.of(300, KEY));
        Files.delete(folder.resolve("checkpoint"));
        var fork = LogInMemory.of(400, KEY);
        fork.entries().set(40, LogInMemory.entry(9_999));
        // Then
        assertThat(look(fork.publish()))
                .isEqualTo(new Broken("entries 0 to 299: are not those of the checkpoint cosigned last:"
                        + " the log was rewritten or forked"));
        assertThat(look(LogInMemory.of(200, KEY)))
                .isEqualTo(new Broken("checkpoint: has 200 entries, fewer than the 300 of the checkpoint cosigned last:"
                        + " the log was rolled back or truncated"));
    }

    @Test
    void neverCosignsASmallerTreeNorAnotherRootOfTheSameSize() {
        // Given
        cosigned(LogInMemory.of(300, KEY));
        var other = LogInMemory.of(300, KEY);
        other.entries().set(40, LogInMemory.entry(9_999));
        // Then
        assertThat(cosign(heldWithoutState(LogInMemory.of(299, KEY))))
                .isEqualTo(new Cosigning.Refused(
                        "checkpoint: has 299 entries, fewer than the 300 of the one cosigned last"));
        assertThat(cosign(heldWithoutState(other.publish())))
                .isEqualTo(new Cosigning.Refused(
                        "checkpoint: has another root than the one of 300 entries cosigned last"));
    }

    @Test
    void aLogHoldsWhereEnoughWitnessesSawItGrow() {
        // Given
        var log = LogInMemory.of(300, KEY);
        log.witnessed(cosigned(log)).append(100).publish();
        // Then
        assertThat(look(log, 1)).isInstanceOf(Holds.class);
        assertThat(look(log, 2)).isEqualTo(new Broken("witnessed checkpoint: 1 of the 2 witnesses needed cosigned it"));
    }

    @Test
    void aLogThatShowsUsAnotherTreeThanItsWitnessesIsFound() {
        // Given
        var shownToTheWitness = LogInMemory.of(300, KEY);
        var shownToUs = LogInMemory.of(300, KEY);
        shownToUs.entries().set(40, LogInMemory.entry(9_999));
        // When
        shownToUs.publish().witnessed(cosigned(shownToTheWitness));
        // Then
        assertThat(look(shownToUs, 1))
                .isEqualTo(new Broken("entries 0 to 299: are not those of the checkpoint that was witnessed:"
                        + " the log was rewritten or forked"));
    }

    @Test
    void aLogWithoutAWitnessedCheckpointDoesNotHoldWhereOneIsNeeded() {
        assertThat(look(LogInMemory.of(300, KEY), 1)).isEqualTo(new Broken("witnessed checkpoint: the log has none"));
    }

    @Test
    void oneWitnessCosigningTwiceIsOneWitness() {
        // Given
        var log = LogInMemory.of(300, KEY);
        var twice = log.note()
                .with(WITNESS.cosign(log.note().text(), NOW))
                .with(WITNESS.cosign(log.note().text(), NOW.plusSeconds(1)));
        // Then
        assertThat(look(log.witnessed(twice), 2))
                .isEqualTo(new Broken("witnessed checkpoint: 1 of the 2 witnesses needed cosigned it"));
    }

    @Test
    void moreWitnessesThanAreKnownCannotBeNeeded() {
        assertThatThrownBy(() -> new WitnessesNeeded(2, List.of(WITNESS.verifyingKey(), WITNESS.verifyingKey())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WitnessesNeeded(1, List.of(KEY.verifyingKey())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDamagedStateIsNotTakenForNone() throws IOException {
        // Given
        cosigned(LogInMemory.of(300, KEY));
        Files.write(folder.resolve("cosigned"), "nothing of the kind".getBytes(UTF_8));
        // Then
        assertThatThrownBy(() -> look(LogInMemory.of(300, KEY))).isInstanceOf(LogUnreachableException.class);
    }

    private SignedNote cosigned(LogInMemory log) {
        return ((Cosigning.Cosigned) cosign((Holds) look(log))).note();
    }

    private Cosigning cosign(Holds held) {
        try (var state = StateFolder.open(folder)) {
            return new Witness(WITNESS, state, CLOCK).cosign(held);
        }
    }

    private Verdict look(LogSource log) {
        try (var state = StateFolder.open(folder)) {
            return new LogVerification(log, List.of(KEY.verifyingKey()), WitnessesNeeded.NONE, Optional.of(state))
                    .verify(Reach.EVERYTHING, started -> {}, entries -> {});
        }
    }

    private static Verdict look(LogSource log, int needed) {
        var witnesses = new WitnessesNeeded(needed, List.of(WITNESS.verifyingKey(), OTHER_WITNESS.verifyingKey()));
        return new LogVerification(log, List.of(KEY.verifyingKey()), witnesses, Optional.empty())
                .verify(Reach.EVERYTHING, started -> {}, entries -> {});
    }

    private static Holds heldWithoutState(LogSource log) {
        return (Holds) new LogVerification(log, List.of(KEY.verifyingKey()), WitnessesNeeded.NONE, Optional.empty())
                .verify(Reach.EVERYTHING, started -> {}, entries -> {});
    }
}
