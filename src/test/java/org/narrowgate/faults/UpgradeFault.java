package org.narrowgate.faults;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A newer version with one more migration is rolled out, one replica after the other. */
class UpgradeFault {
    @Test
    void aRollingUpgradeWithAMigrationFailsNoRequest() throws Exception {
        // Given
        try (var installation = Installation.create()) {
            installation.database().start();
            var first = installation.start("upgraded-first", Map.of()).awaitReady();
            var second = installation.start("upgraded-second", Map.of()).awaitReady();
            var token = installation.token();
            try (var balancer = Balancer.over(first, second)) {
                var load = Load.of(8, balancer::next, () -> token).awaitOutcomes(200);
                // When
                var began = Instant.now();
                installation.database().migrate("db/migration", "faults/migration");
                for (var replica : new Replica[] {first, second}) {
                    replica.terminate();
                    replica.awaitEnd();
                    replica.startAgain();
                    replica.awaitReady();
                    // Until the balancer has seen it.
                    Thread.sleep(Duration.ofSeconds(3));
                }
                var over = Instant.now();
                load.awaitOutcomes(100);
                var answers = load.end();
                // Then
                var fault = new Outage(
                                "rolling upgrade with a migration, of two",
                                began,
                                over,
                                answers,
                                Reckoning.of(answers, installation.database()))
                        .tell("nothing: no request failed");
                assertSoftly(softly -> {
                    softly.assertThat(fault.reckoning()).matches(Reckoning::isClean);
                    softly.assertThat(fault.byWhat().keySet()).isSubsetOf("Traced", "NotTraced", "Refused");
                });
            }
        }
    }
}
