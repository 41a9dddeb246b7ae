package org.narrowgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The database's disk is full: a small file system in memory with something else on it. */
class DiskFullFault {
    @Test
    void aFullDiskMakesAnswersUnavailableUntilThereIsRoomAgain() throws Exception {
        var disk = Files.createTempDirectory("narrowgate-disk-");
        assumeTrue(
                finished("mount", "-t", "tmpfs", "-o", "size=160m,mode=755", "tmpfs", disk.toString()),
                "a file system in memory can be mounted by root only");
        try {
            filled(disk);
        } finally {
            finished("umount", "-l", disk.toString());
        }
    }

    private static void filled(Path disk) throws Exception {
        // Given
        try (var installation = Installation.createWithDatabaseIn(Files.createDirectory(disk.resolve("database")))) {
            var database = installation.database().start();
            var replica = installation.start("disk-full", Map.of()).awaitReady();
            var token = installation.token();
            var load = Load.of(12, Load.inTurn(replica), () -> token).awaitOutcomes(200);
            // When
            var began = Instant.now();
            var ballast = disk.resolve("ballast");
            finished("dd", "if=/dev/zero", "of=" + ballast, "bs=64k");
            Moments.await(
                    "writes fail",
                    Duration.ofSeconds(90),
                    () -> load.sofar().stream()
                            .anyMatch(answer -> answer.sent().isAfter(began) && !answer.isOutcome()));
            Thread.sleep(Duration.ofSeconds(5));
            Files.delete(ballast);
            var stopped = !database.isRunning();
            if (stopped) {
                // Where not even its own log of changes can be written, PostgreSQL stops; its operator starts it again.
                database.start();
            }
            var back = Instant.now();
            load.awaitOutcomes(200);
            Thread.sleep(Duration.ofSeconds(5));
            var answers = load.end();
            // Then
            var fault = new Outage("the database's disk is full", began, back, answers, Reckoning.of(answers, database))
                    .tell("`SERVICE_UNAVAILABLE` until there was room"
                            + (stopped ? "; PostgreSQL had stopped and was started again" : ""));
            assertSoftly(softly -> {
                softly.assertThat(fault.reckoning()).matches(Reckoning::isClean);
                softly.assertThat(fault.byWhat().keySet())
                        .contains(Answer.UNAVAILABLE)
                        .isSubsetOf("Traced", "NotTraced", "Refused", Answer.UNAVAILABLE);
                softly.assertThat(fault.longest()).isLessThan(Duration.ofSeconds(12));
                softly.assertThat(fault.recovered()).isLessThan(Duration.ofSeconds(5));
            });
            assertThat(installation.verified()).isZero();
        }
    }

    private static boolean finished(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
