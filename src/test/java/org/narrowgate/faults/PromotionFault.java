package org.narrowgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The primary is gone for good, and its synchronous standby takes its place. */
class PromotionFault {
    @Test
    void aSynchronousStandbyTakesOverWithEverythingThatWasAnswered() throws Exception {
        try (var installation = Installation.create()) {
            var primary = installation.database();
            var standby = replicated(installation);
            promoted(
                    installation,
                    primary,
                    standby,
                    "synchronous standby promoted (both named in the address)",
                    Map.of(
                            "QUARKUS_DATASOURCE_JDBC_URL",
                            "jdbc:postgresql://localhost:" + primary.port() + ",localhost:" + standby.port()
                                    + "/postgres?targetServerType=primary"),
                    () -> {});
        }
    }

    @Test
    void aSynchronousStandbyTakesOverBehindOneAddress() throws Exception {
        try (var installation = Installation.create()) {
            var primary = installation.database();
            var standby = replicated(installation);
            try (var wire = Wire.to(primary.port())) {
                promoted(
                        installation,
                        primary,
                        standby,
                        "synchronous standby promoted (behind one address)",
                        DatabaseFault.through(wire),
                        () -> wire.leadTo(standby.port()));
            }
        }
    }

    private static Postgres replicated(Installation installation) throws Exception {
        var primary = installation.database().start();
        var standby = Postgres.standbyOf(primary, "standby", installation.folderFor("standby"))
                .start();
        primary.told("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
        primary.asked("SELECT pg_reload_conf()");
        Moments.await(
                "the standby is synchronous",
                Duration.ofSeconds(20),
                () -> asked(primary, "SELECT coalesce(max(sync_state), '') FROM pg_stat_replication")
                        .equals("sync"));
        return standby;
    }

    private static void promoted(
            Installation installation,
            Postgres primary,
            Postgres standby,
            String name,
            Map<String, String> settings,
            Runnable led)
            throws Exception {
        try (standby) {
            // Given
            var replica = installation.start("promotion", settings).awaitReady();
            var token = installation.token();
            var load = Load.of(12, Load.inTurn(replica), () -> token).awaitOutcomes(200);
            // When
            var killed = Instant.now();
            primary.kill();
            Thread.sleep(Duration.ofSeconds(3));
            standby.told("ALTER SYSTEM SET synchronous_standby_names = ''");
            standby.promote();
            led.run();
            var back = Instant.now();
            load.awaitOutcomes(200);
            Thread.sleep(Duration.ofSeconds(5));
            var answers = load.end();
            // Then
            var fault = new Outage(name, killed, back, answers, Reckoning.of(answers, standby))
                    .tell("`SERVICE_UNAVAILABLE` until it was promoted");
            assertSoftly(softly -> {
                softly.assertThat(fault.reckoning()).matches(Reckoning::isClean);
                softly.assertThat(fault.byWhat().keySet())
                        .contains(Answer.UNAVAILABLE)
                        .isSubsetOf("Traced", "NotTraced", "Refused", Answer.UNAVAILABLE);
                softly.assertThat(fault.longest()).isLessThan(Duration.ofSeconds(12));
                softly.assertThat(fault.recovered()).isLessThan(Duration.ofSeconds(5));
            });
            assertThat(Replica.run(
                            "verify-log",
                            installation.settings(Map.of("QUARKUS_DATASOURCE_JDBC_URL", standby.jdbcUrl())),
                            "verify-log",
                            "--database"))
                    .isZero();
        }
    }

    private static String asked(Postgres database, String question) {
        try {
            return database.asked(question);
        } catch (java.sql.SQLException e) {
            return "";
        }
    }
}
