package org.narrowgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clocks that are set while requests run: the replica's, the database's, by libfaketime (Debian: {@code faketime}). */
class ClockFault {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"));

    @Test
    void clocksThatStepForthAndBackLoseNothing() throws Exception {
        var library = PLACES.stream().filter(Files::exists).findFirst();
        assumeTrue(library.isPresent(), "libfaketime is not here: apt-get install faketime");
        try (var installation = Installation.create()) {
            // Given
            var replicasClock = clock(installation, "replica");
            var databasesClock = clock(installation, "database");
            var database = installation
                    .database()
                    .under(preloaded(library, databasesClock))
                    .start();
            // Installed the day before: hours back, its policy was in force already.
            database.told("UPDATE policy_version SET in_force_from = in_force_from - interval '1 day'");
            var replica = installation
                    .start("clock", preloaded(library, replicasClock))
                    .awaitReady();
            var token = installation.token();
            var load = Load.of(8, Load.inTurn(replica), () -> token).awaitOutcomes(100);
            // When
            var began = Instant.now();
            for (var step : List.of("-4m", "+4m", "+0")) {
                set(replicasClock, step);
                Thread.sleep(Duration.ofSeconds(2));
                load.awaitOutcomes(100);
            }
            for (var step : List.of("-2h", "+2h", "+0")) {
                set(databasesClock, step);
                Thread.sleep(Duration.ofSeconds(2));
                load.awaitOutcomes(100);
            }
            set(replicasClock, "+1h");
            Moments.await(
                    "tokens are refused as expired",
                    Duration.ofSeconds(30),
                    () -> load.sofar().stream()
                            .anyMatch(answer -> answer.sent().isAfter(began) && answer.status() == 401));
            set(replicasClock, "+0");
            var back = Instant.now();
            load.awaitOutcomes(100);
            Thread.sleep(Duration.ofSeconds(5));
            var answers = load.end();
            // Then
            var fault = new Outage(
                            "clocks step: the replica's by 4 minutes and an hour, the database's by 2 hours",
                            began,
                            back,
                            answers,
                            Reckoning.of(answers, database))
                    .tell("an hour ahead, tokens had expired (401); else nothing");
            assertSoftly(softly -> {
                softly.assertThat(fault.reckoning()).matches(Reckoning::isClean);
                softly.assertThat(fault.byWhat().keySet())
                        .isSubsetOf("Traced", "NotTraced", "Refused", "status 401", Answer.UNAVAILABLE);
                softly.assertThat(fault.recovered()).isLessThan(Duration.ofSeconds(5));
            });
            assertThat(installation.verified()).isZero();
        }
    }

    private static Map<String, String> preloaded(Optional<Path> library, Path clock) {
        return Map.of(
                "LD_PRELOAD",
                library.orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                // Read anew once a second: with every look at the clock, the replica would do nothing else.
                "FAKETIME_CACHE_DURATION",
                "1",
                // A clock that is set leaves the one that measures how long things take alone.
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Else it takes a wait by that clock for one by the other, and every wait of a JVM is over at once.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    private static Path clock(Installation installation, String whose) throws Exception {
        var clock = installation.folderFor("clocks").resolve(whose);
        set(clock, "+0");
        return clock;
    }

    // All at once: half a file would be another time.
    private static void set(Path clock, String step) throws Exception {
        var next = Files.writeString(clock.resolveSibling(clock.getFileName() + ".next"), step + "\n");
        Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
    }
}
