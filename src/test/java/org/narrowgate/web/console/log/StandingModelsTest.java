package org.narrowgate.web.console.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.note.WitnessKey;
import org.narrowgate.ledger.publication.LogStanding;
import org.narrowgate.ledger.publication.LogStanding.Cosigned;
import org.narrowgate.ledger.publication.LogStanding.Refusal;
import org.narrowgate.ledger.publication.LogStanding.Signer;
import org.narrowgate.ledger.publication.LogStanding.Witness;
import org.narrowgate.ledger.publication.PublishedCheckpoint;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.web.console.cases.Sign;

class StandingModelsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:32:10Z");
    private static final SigningKey KEY = SigningKey.generate("log.example");
    private static final VerifyingKey WITNESS =
            WitnessKey.generate("witness.example").verifyingKey();

    @Test
    void aLogThatKeepsUpIsWell() {
        // When
        var model = StandingModels.of(standing(1_000, 1_200, Duration.ofSeconds(1), Signer.THIS_REPLICA));
        // Then
        assertThat(model)
                .isEqualTo(new StandingModel(
                        "good",
                        "✓",
                        "Every entry is in a signed checkpoint, or will be within seconds",
                        "",
                        Map.of(
                                "entries",
                                "1,200",
                                "size",
                                "1,000",
                                "waiting",
                                "200",
                                "waited",
                                "The oldest has waited 1 second",
                                "asked",
                                "14:32",
                                "signer",
                                "The replica that made this page signs",
                                "published",
                                "22 November 2026, 14:32:09",
                                "root",
                                Hash.EMPTY.base64(),
                                "witness-0",
                                "900 entries on 22 November 2026, 14:32:00, 100 behind the last checkpoint")));
    }

    @Test
    void whatItSaysOfTheStateStaysTheSameWhileTheFiguresMove() {
        assertThat(StandingModels.of(standing(1_000, 1_000, Duration.ZERO, Signer.THIS_REPLICA))
                        .words())
                .isEqualTo(StandingModels.of(standing(1_001, 1_210, Duration.ofSeconds(9), Signer.ANOTHER_REPLICA))
                        .words());
    }

    @Test
    void whatWaitsLongerThanUsualIsNoticedAndWithoutASignerIsBad() {
        // Given
        var tooLong = StandingModels.LONG.plusMillis(1);
        // When and then
        assertThat(StandingModels.state(standing(10, 20, tooLong, Signer.ANOTHER_REPLICA)))
                .isEqualTo(Sign.middle("Entries wait for a checkpoint longer than usual"));
        assertThat(StandingModels.state(standing(10, 20, tooLong, Signer.NOBODY)))
                .isEqualTo(Sign.bad("Entries wait, and no replica signs"));
    }

    @Test
    void aRefusalComesBeforeEverythingElse() {
        // Given
        var well = standing(1_000, 1_000, Duration.ZERO, Signer.THIS_REPLICA);
        var refused = new LogStanding(
                well.now(),
                well.entries(),
                well.oldestWaiting(),
                well.last(),
                well.signer(),
                Optional.of(new Refusal(NOW, "the log has fewer entries than the last checkpoint")),
                well.signingKeys(),
                List.of(),
                well.witnesses(),
                1);
        // When
        var model = StandingModels.of(refused);
        // Then
        assertThat(model.look()).isEqualTo("bad");
        assertThat(model.words()).isEqualTo("Nothing is signed: the signer refuses");
        assertThat(model.refusal())
                .isEqualTo("Since 22 November 2026, 14:32:10: the log has fewer entries than the last checkpoint.");
    }

    @Test
    void withoutAKeyNothingIsSignedAndNothingIsWrong() {
        // Given
        var standing = new LogStanding(
                NOW,
                12,
                Optional.of(NOW.minusSeconds(3600)),
                Optional.empty(),
                Signer.NOBODY,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                0);
        // When
        var model = StandingModels.of(standing);
        // Then
        assertThat(model.look()).isEqualTo("plain");
        assertThat(model.words()).isEqualTo("Nothing is signed: no signing key is configured");
        assertThat(model.parts())
                .containsEntry("published", "None was published yet")
                .containsEntry("size", "0")
                .containsEntry("waiting", "12");
    }

    private static LogStanding standing(long size, long entries, Duration waited, Signer signer) {
        var checkpoint = new Checkpoint("log.example", size, Hash.EMPTY);
        return new LogStanding(
                NOW,
                entries,
                entries > size ? Optional.of(NOW.minus(waited)) : Optional.empty(),
                Optional.of(new PublishedCheckpoint(
                        checkpoint,
                        new SignedNote(checkpoint.text(), List.of(KEY.sign(checkpoint.text()))),
                        NOW.minusSeconds(1))),
                signer,
                Optional.empty(),
                List.of(KEY.verifyingKey()),
                List.of(),
                List.of(new Witness(WITNESS, Optional.of(new Cosigned(900, NOW.minusSeconds(10))))),
                1);
    }
}
