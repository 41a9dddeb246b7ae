package org.narrowgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The only replica, the native executable, is gone from one moment to the next, and is started again. */
class NativeKilledFault {
    @Test
    void theNativeExecutableKilledUnderLoadGoesOnWhereItWas() throws Exception {
        var executable = Replica.executable();
        assumeTrue(executable.isPresent(), "no native executable is here: ./mvnw package -Dnative");
        try (var installation = Installation.create()) {
            // Given
            installation.database().start();
            var replica = installation
                    .kept(Replica.startNative(executable.get(), "native", installation.settings(Map.of())))
                    .awaitReady();
            var token = installation.token();
            var load = Load.of(12, Load.inTurn(replica), () -> token).awaitOutcomes(300);
            // When
            var killed = Instant.now();
            replica.kill();
            Thread.sleep(Duration.ofSeconds(2));
            replica.startAgain();
            var started = Instant.now();
            load.awaitOutcomes(300);
            Thread.sleep(Duration.ofSeconds(5));
            var answers = load.end();
            // Then
            var fault = new Outage(
                            "native executable killed (`kill -9`), the only one",
                            killed,
                            started,
                            answers,
                            Reckoning.of(answers, installation.database()))
                    .tell("connections were refused until it ran again; sent again, all were answered");
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
