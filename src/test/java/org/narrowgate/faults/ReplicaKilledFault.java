package org.narrowgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A replica that is gone from one moment to the next. */
class ReplicaKilledFault {
    @Test
    void aReplicaKilledUnderLoadLosesNothingAndReleasesNothingUnlogged() throws Exception {
        // Given
        try (var installation = Installation.create()) {
            installation.database().start();
            var first = installation.start("killed-first", Map.of());
            var second = installation.start("killed-second", Map.of());
            first.awaitReady();
            second.awaitReady();
            var token = installation.token();
            var load = Load.of(12, Load.inTurn(first, second), () -> token).awaitOutcomes(300);
            // When
            var killed = Instant.now();
            first.kill();
            load.awaitOutcomes(200);
            first.startAgain();
            first.awaitReady();
            var back = Instant.now();
            load.awaitOutcomes(300);
            var answers = load.end();
            // Then
            var fault = new Outage(
                            "replica killed (`kill -9`), of two",
                            killed,
                            back,
                            answers,
                            Reckoning.of(answers, installation.database()))
                    .tell("connections to the killed one broke, the other answered; sent again, all were answered");
            assertSoftly(softly -> {
                softly.assertThat(fault.reckoning()).matches(Reckoning::isClean);
                softly.assertThat(fault.byWhat().keySet())
                        .isSubsetOf("Traced", "NotTraced", "Refused", Answer.NO_ANSWER, Answer.UNAVAILABLE);
                softly.assertThat(fault.recovered()).isLessThan(Duration.ofSeconds(5));
            });
            assertThat(installation.verified()).isZero();
        }
    }
}
