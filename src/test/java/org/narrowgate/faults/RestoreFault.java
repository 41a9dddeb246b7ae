package org.narrowgate.faults;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The database is lost with everything on it; what there is is a backup of some time ago. */
class RestoreFault {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aRestoredLogVerifiesItsMissingTailIsFoundAndNothingIsSignedUntilTheOperatorDecides() throws Exception {
        try (var installation = Installation.create();
                var wire = Wire.to(installation.database().port())) {
            // Given
            var database = installation.database().start();
            var settings = DatabaseFault.through(wire);
            var replica = installation.start("before-restore", settings).awaitReady();
            var token = installation.token();
            var load = Load.of(8, Load.inTurn(replica), () -> token).awaitOutcomes(200);
            var backup = installation.folderFor("backup").resolve("data");
            database.backUpTo(backup);
            load.awaitOutcomes(200);
            var answers = load.end();
            var told = answers.stream()
                    .flatMap(answer -> answer.receipt().stream())
                    .mapToLong(receipt -> receipt.entry() + 1)
                    .max()
                    .orElseThrow();
            Moments.await("the last answer is covered", PATIENCE, () -> size(replica) >= told);
            var seen = installation.folderFor("seen").toString();
            var auditor = verify(installation, replica, seen);
            // When
            var destroyed = Instant.now();
            replica.kill();
            database.kill();
            try (var restored = Postgres.onCopyOf(backup, installation.folderFor("restored"))) {
                restored.start();
                wire.leadTo(restored.port());
                var after = installation.start("after-restore", settings).awaitReady();
                var back = Instant.now();
                var own = Replica.run("verify-log", installation.settings(settings), "verify-log", "--database");
                var tail = verify(installation, after, seen);
                // Disclosures go on, and still nothing may be signed.
                var later = Load.of(8, Load.inTurn(after), () -> token).awaitOutcomes(100);
                var more = later.end();
                Thread.sleep(Duration.ofSeconds(3));
                var stillSigned = size(after);
                var refusal = restored.asked("SELECT count(*) FROM ledger_signing_event");
                // The operator decides: what the restored database itself published last is where it goes on.
                Files.writeString(installation.lastCheckpoint(), checkpoint(after));
                var decided = Moments.await("it is signed again", PATIENCE, () -> size(after) > stillSigned);
                // Then
                var missing = Reckoning.of(answers, restored);
                var fault = new Outage(
                                "backed up, destroyed, restored", destroyed, back, more, Reckoning.of(more, restored))
                        .tell("what was answered after the backup is gone (" + missing.unlogged()
                                + " receipts of " + missing.outcomes() + "), and found to be; signed again "
                                + decided.toMillis() + " ms after the operator's decision");
                assertSoftly(softly -> {
                    softly.assertThat(auditor)
                            .as("before: verified from outside")
                            .isZero();
                    softly.assertThat(own).as("the restored log by itself").isZero();
                    softly.assertThat(missing.unlogged())
                            .as("receipts without an entry")
                            .isPositive();
                    softly.assertThat(tail).as("the missing tail is found").isEqualTo(1);
                    softly.assertThat(stillSigned).as("nothing is signed").isLessThan(told);
                    softly.assertThat(refusal).isNotEqualTo("0");
                    softly.assertThat(fault.reckoning()).matches(Reckoning::isClean);
                });
            }
        }
    }

    private static int verify(Installation installation, Replica replica, String seen) throws Exception {
        return Replica.run(
                "verify-log",
                installation.settings(Map.of()),
                "verify-log",
                replica.address().toString(),
                "--state",
                seen);
    }

    private static long size(Replica replica) {
        try {
            return Long.parseLong(checkpoint(replica).split("\n", -1)[1]);
        } catch (Exception e) {
            return -1;
        }
    }

    private static String checkpoint(Replica replica) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(replica.address() + "/log/checkpoint"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
