package org.narrowgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Three replicas of the gateway that read people's values at a streaming standby, which lags, goes and comes back; and a
 * person whose whereabouts are protected on the primary while the standby does not know.
 */
class StreamingReplicaFault {
    private static final String ELEANOR = "9000000009";
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final long APPEND_LOCK = 0x6e6172726f776761L;
    private static final String WHEREABOUTS_RELEASED = "SELECT count(*) FROM ledger_entry WHERE"
            + " (convert_from(circumstances, 'UTF8')::jsonb -> 'released') ?| ARRAY['address.lines', 'address.postcode']";

    @Test
    void valuesComeFromAStandbyWhileItKeepsUpAndNothingFailsWhenItDoesNot() throws Exception {
        try (var installation = Installation.create()) {
            // Given
            var primary = installation.database().start();
            change(primary, "CREATE ROLE reader LOGIN PASSWORD 'reader' IN ROLE registry_reader");
            try (var standby = Postgres.standbyOf(primary, "reads", installation.folderFor("standby"))
                    .start()) {
                var reading = Map.of(
                        "QUARKUS_DATASOURCE_REGISTRY_REPLICA_JDBC_URL",
                        standby.jdbcUrl(),
                        "QUARKUS_DATASOURCE_REGISTRY_REPLICA_USERNAME",
                        "reader",
                        "QUARKUS_DATASOURCE_REGISTRY_REPLICA_PASSWORD",
                        "reader",
                        "NARROWGATE_REGISTRY_REPLICA_LAG",
                        MOST.toSeconds() + "s");
                var first = installation.start("reads-first", reading);
                var second = installation.start("reads-second", reading);
                var third = installation.start("reads-third", reading);
                first.awaitReady();
                second.awaitReady();
                third.awaitReady();
                var token = installation.token();
                var load = Load.of(12, Load.inTurn(first, second, third), () -> token)
                        .awaitOutcomes(200);
                var readThere = reads(standby, load, 200);
                // When it replays no longer
                var broke = Instant.now();
                change(standby, "SELECT pg_wal_replay_pause()");
                Thread.sleep(MOST.plusSeconds(2));
                var readWhilePaused = reads(standby, load, 100);
                // And somebody is protected whom it still has unprotected
                var protectedAt = protectEleanor(primary);
                load.awaitOutcomes(100);
                change(standby, "SELECT pg_wal_replay_resume()");
                load.awaitOutcomes(100);
                // And it is gone, and comes back
                standby.kill();
                load.awaitOutcomes(100);
                standby.start();
                Thread.sleep(Duration.ofSeconds(4));
                var readAgain = reads(standby, load, 100);
                var answers = load.end();
                // Then
                var reckoning = Reckoning.of(answers, primary);
                var longest = answers.stream()
                        .filter(answer -> answer.at().isAfter(broke))
                        .map(Answer::took)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                System.out.printf(
                        "STANDBY %d answers, %s; longest %d ms; looks into people at the standby: %d in 200 outcomes,"
                                + " %d in 100 while it was paused, %d in 100 when it was back%n",
                        answers.size(), reckoning, longest.toMillis(), readThere, readWhilePaused, readAgain);
                assertSoftly(softly -> {
                    softly.assertThat(reckoning).matches(Reckoning::isClean);
                    softly.assertThat(answers).allMatch(Answer::isOutcome);
                    softly.assertThat(readThere).isGreaterThan(100);
                    softly.assertThat(readWhilePaused).isLessThan(20);
                    softly.assertThat(readAgain).isGreaterThan(50);
                });
                assertThat(primary.asked(WHEREABOUTS_RELEASED + " AND index <= " + protectedAt))
                        .isNotEqualTo("0");
                assertThat(primary.asked(WHEREABOUTS_RELEASED + " AND index > " + protectedAt))
                        .isEqualTo("0");
            }
            assertThat(installation.verified()).isZero();
        }
    }

    /** Under the log's lock: what is appended after the entry returned has been compared with it. */
    private static long protectEleanor(Postgres primary) throws SQLException {
        try (var owner = primary.connectAsOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + APPEND_LOCK + ")");
            statement.execute("UPDATE person SET protection = 'R' WHERE nhs_number = '" + ELEANOR + "'");
            try (var row = statement.executeQuery("SELECT max(index) FROM ledger_entry")) {
                row.next();
                long last = row.getLong(1);
                owner.commit();
                return last;
            }
        }
    }

    /** How often the standby's people are looked into while so many more outcomes come. */
    private static long reads(Postgres standby, Load load, int outcomes) throws SQLException, InterruptedException {
        var before = scans(standby);
        load.awaitOutcomes(outcomes);
        // The server counts what a connection did a while later.
        Thread.sleep(Duration.ofSeconds(2));
        return scans(standby) - before;
    }

    private static long scans(Postgres standby) throws SQLException {
        return Long.parseLong(standby.asked(
                "SELECT sum(idx_scan + seq_scan) FROM pg_stat_user_tables WHERE relname IN ('person', 'person_name')"));
    }

    private static void change(Postgres database, String command) throws SQLException {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute(command);
        }
    }
}
