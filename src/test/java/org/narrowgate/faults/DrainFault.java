package org.narrowgate.faults;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A replica is told to stop while it is asked. */
class DrainFault {
    @Test
    void aReplicaToldToStopAnswersWhoeverAskedAndSaysFirstThatItIsNotReady() throws Exception {
        // Given
        try (var installation = Installation.create()) {
            installation.database().start();
            var first = installation.start("drained", Map.of()).awaitReady();
            var second = installation.start("staying", Map.of()).awaitReady();
            var token = installation.token();
            try (var balancer = Balancer.over(first, second)) {
                var load = Load.of(12, balancer::next, () -> token).awaitOutcomes(300);
                // When
                var told = Instant.now();
                first.terminate();
                var unready = Moments.await("it is not ready", Duration.ofSeconds(10), () -> !first.isReady());
                var ended = first.awaitEnd();
                var over = Instant.now();
                load.awaitOutcomes(100);
                var answers = load.end();
                // Then
                var fault = new Outage(
                                "replica told to stop (`SIGTERM`), of two",
                                told,
                                over,
                                answers,
                                Reckoning.of(answers, installation.database()))
                        .tell("nothing: not ready after " + unready.toMillis() + " ms, gone after "
                                + Duration.between(told, over).toSeconds() + " s");
                assertSoftly(softly -> {
                    softly.assertThat(fault.reckoning()).matches(Reckoning::isClean);
                    softly.assertThat(fault.byWhat().keySet()).isSubsetOf("Traced", "NotTraced", "Refused");
                    // 128 + 15: as a JVM ends that is told to.
                    softly.assertThat(ended).isIn(0, 143);
                    softly.assertThat(Duration.between(told, over)).isLessThan(Duration.ofSeconds(25));
                });
            }
        }
    }
}
