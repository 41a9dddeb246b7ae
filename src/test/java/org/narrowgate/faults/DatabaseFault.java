package org.narrowgate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The database goes away under load, in the ways a database does, and comes back. */
class DatabaseFault {
    private static final int CLIENTS = 12;
    private static final Duration AWAY = Duration.ofSeconds(8);
    // What the application promises, and what a machine with more to do than it can may add.
    private static final Duration TIMEOUT = Duration.ofSeconds(10).plus(Duration.ofSeconds(2));
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private interface Breaking {
        void run() throws Exception;
    }

    @Test
    void aRestartOfTheDatabaseIsOutlivedWithoutARestartOfOurs() throws Exception {
        try (var installation = Installation.create()) {
            var database = installation.database().start();
            outlived(installation, "PostgreSQL restarted (fast)", Map.of(), database::stop, database::start);
        }
    }

    @Test
    void aDatabaseThatIsKilledIsOutlivedWithoutARestartOfOurs() throws Exception {
        try (var installation = Installation.create()) {
            var database = installation.database().start();
            outlived(installation, "PostgreSQL killed (`kill -9`)", Map.of(), database::kill, database::start);
        }
    }

    @Test
    void aDatabaseThatHangsIsOutlivedWithoutARestartOfOurs() throws Exception {
        try (var installation = Installation.create()) {
            var database = installation.database().start();
            outlived(installation, "PostgreSQL hangs (`SIGSTOP`)", Map.of(), database::freeze, database::thaw);
        }
    }

    @Test
    void aNetworkThatSwallowsEverythingIsOutlivedWithoutARestartOfOurs() throws Exception {
        try (var installation = Installation.create();
                var wire = Wire.to(installation.database().port())) {
            installation.database().start();
            outlived(installation, "network to PostgreSQL swallows packets", through(wire), wire::swallow, wire::carry);
        }
    }

    @Test
    void aPoolWithoutConnectionsAnswersThatItIsUnavailableAndRecovers() throws Exception {
        // As many as the database admits are taken by others, and the replica's own are ended.
        try (var installation = Installation.create()) {
            var database = installation
                    .database()
                    .with("max_connections", "20")
                    .with("superuser_reserved_connections", "3")
                    .start();
            database.told("CREATE ROLE other LOGIN");
            var others = new java.util.ArrayList<java.sql.Connection>();
            outlived(
                    installation,
                    "no connections left in the database",
                    Map.of(),
                    () -> {
                        database.asked("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '"
                                + Postgres.APPLICATION + "'");
                        while (others.size() < 60) {
                            try {
                                others.add(DriverManager.getConnection(database.jdbcUrl() + "?user=other"));
                            } catch (java.sql.SQLException e) {
                                if (others.size() >= 14) {
                                    return;
                                }
                            }
                        }
                    },
                    () -> {
                        for (var other : others) {
                            other.close();
                        }
                    });
        }
    }

    @Test
    void aPoolThatIsHeldUpByALockOfOthersAnswersThatItIsUnavailableAndRecovers() throws Exception {
        // Every statement of the replica waits for a lock: its three connections are taken until it is given up.
        try (var installation = Installation.create()) {
            var database = installation.database().start();
            try (var other = database.connectAsOwner();
                    var statement = other.createStatement()) {
                outlived(
                        installation,
                        "connection pool exhausted (3, by a lock that others hold)",
                        Map.of("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "3"),
                        () -> {
                            other.setAutoCommit(false);
                            statement.execute("LOCK TABLE tracing_request, person IN ACCESS EXCLUSIVE MODE");
                        },
                        other::rollback);
            }
        }
    }

    static Map<String, String> through(Wire wire) {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + wire.port() + "/postgres");
    }

    private static void outlived(
            Installation installation, String name, Map<String, String> settings, Breaking breaking, Breaking mending)
            throws Exception {
        // Given
        var replica = installation.start("database-fault", settings).awaitReady();
        var token = installation.token();
        var load = Load.of(CLIENTS, Load.inTurn(replica), () -> token).awaitOutcomes(200);
        // When
        var began = Instant.now();
        breaking.run();
        Thread.sleep(AWAY);
        mending.run();
        var back = Instant.now();
        load.awaitOutcomes(200);
        Thread.sleep(RECOVERY);
        var answers = load.end();
        // Then
        var fault = new Outage(name, began, back, answers, Reckoning.of(answers, installation.database()))
                .tell("`SERVICE_UNAVAILABLE` while it was away");
        assertSoftly(softly -> {
            softly.assertThat(fault.reckoning()).matches(Reckoning::isClean);
            softly.assertThat(fault.byWhat().keySet())
                    .contains(Answer.UNAVAILABLE)
                    .isSubsetOf("Traced", "NotTraced", "Refused", Answer.UNAVAILABLE);
            softly.assertThat(fault.longest()).isLessThan(TIMEOUT);
            softly.assertThat(fault.recovered()).isLessThan(RECOVERY);
        });
        assertThat(installation.verified()).isZero();
    }
}
