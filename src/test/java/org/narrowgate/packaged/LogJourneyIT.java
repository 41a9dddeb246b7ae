package org.narrowgate.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.keycloak.KeycloakForTests;
import org.narrowgate.packaged.PackagedApplication.Ended;

/** What an agency, an auditor and an operator can find out about the log by themselves, with the package alone. */
@TestMethodOrder(OrderAnnotation.class)
class LogJourneyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    // More than are suppressed in the public figures
    private static final int TRACED = 12;
    private static final String RECEIPT =
            "query($entry: ID!) { receipt(entry: $entry) { entry leafHash at policyVersion"
                    + " policyHash circumstances circumstancesSalt particularsHash"
                    + " inclusion { treeSize leafIndex path checkpoint } } }";

    @TempDir
    static Path folder;

    private static MigratedDatabase database;
    private static KeycloakForTests keycloak;
    private static PackagedApplication gateway;
    private static String key;
    private static String witness;
    private static Asked asked;

    private record Asked(String id, long entry) {}

    @BeforeAll
    static void askTwelveTimes() throws Exception {
        database = new MigratedDatabase();
        keycloak = KeycloakForTests.start();
        key = made("gateway.example/log", "--out", file("log.key"));
        witness = made("auditor.example/witness", "--witness", "--out", file("witness.key"));
        var owner = settings();
        owner.putAll(Map.of("QUARKUS_FLYWAY_USERNAME", "postgres", "QUARKUS_FLYWAY_PASSWORD", "postgres"));
        PackagedApplication.run(owner, "migrate");
        Files.copy(Path.of("src", "test", "resources", "registry", "patients.ndjson"), folder.resolve("patients"));
        PackagedApplication.run(owner, "import", file("patients"));
        gateway = PackagedApplication.serve(settings());
        var token = keycloak.token("court-service");
        asked = ask(token);
        for (int i = 1; i < TRACED; i++) {
            ask(token);
        }
        // Into a month that is closed, so that the public figures count them once a replica has started after this.
        change("UPDATE ledger_entry SET appended_at = appended_at - interval '40 days'");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        gateway.close();
        keycloak.close();
        database.close();
    }

    @Test
    @Order(1)
    void aReceiptIsVerifiedOfflineAndNotWithAnotherCharacterInIt() throws Exception {
        // Given
        var receipt = receiptOnceIncluded().asString();
        Files.writeString(folder.resolve("receipt.json"), receipt);
        Files.writeString(folder.resolve("changed.json"), receipt.replaceFirst("court-service", "court-servicf"));
        // When
        var offline = verify("--receipt", file("receipt.json"), "--key", key);
        var changed = verify("--receipt", file("changed.json"), "--key", key);
        var everything = verify(url(), "--key", key, "--state", file("seen"));
        // Then
        assertThat(offline.output())
                .startsWith("verify-log: holds: entry " + asked.entry() + " says what the receipt says, among ");
        assertThat(changed)
                .isEqualTo(new Ended(
                        1, line("entry " + asked.entry() + ": the receipt's circumstances do not hash to its leaf")));
        assertThat(everything.output()).startsWith("verify-log: holds: ");
        assertThat(List.of(offline.code(), everything.code())).containsOnly(0);
    }

    @Test
    @Order(2)
    void aByteThatASuperuserFlipsIsFoundWithItsEntry() throws Exception {
        // Given
        var circumstances = flip("ledger_entry", "circumstances");
        var particulars = flip("ledger_particulars", "particulars");
        // When
        change(circumstances);
        var published = verify(url(), "--key", key);
        change(circumstances);
        change(particulars);
        var records = verifyDatabase();
        change(particulars);
        // Then
        assertThat(published).isEqualTo(new Ended(1, line("entry " + asked.entry() + ": does not hash to its leaf")));
        assertThat(records)
                .isEqualTo(new Ended(
                        1, line("entry " + asked.entry() + ": particulars do not hash to what its leaf commits to")));
        assertThat(verify(url(), "--key", key).code()).isZero();
        assertThat(verifyDatabase().code()).isZero();
    }

    @Test
    @Order(3)
    void anEntryThatASuperuserTakesAwayIsMissedAlsoByAGatewayThatNeverSawIt() throws Exception {
        // Given
        change("CREATE TABLE taken AS SELECT * FROM ledger_entry WHERE index = " + asked.entry());
        var promised = size();
        // When
        change("SET session_replication_role = replica; DELETE FROM ledger_entry WHERE index = " + asked.entry());
        var before = verify(url(), "--key", key);
        var records = verifyDatabase();
        change("ALTER ROLE " + MigratedDatabase.APPLICATION + " NOLOGIN; SELECT pg_terminate_backend(pid) FROM"
                + " pg_stat_activity WHERE usename = '" + MigratedDatabase.APPLICATION + "'");
        var unreachable = verify(url(), "--key", key);
        change("ALTER ROLE " + MigratedDatabase.APPLICATION + " LOGIN");
        restart();
        var after = verify(url(), "--key", key);
        change(
                "SET session_replication_role = replica; INSERT INTO ledger_entry SELECT * FROM taken; DROP TABLE taken");
        // Then
        var missed = new Ended(
                1,
                line("tile 0/000.p/" + promised + " (entries 0 to " + (promised - 1)
                        + "): is not served, though the checkpoint promises it"));
        assertThat(List.of(before, after)).containsOnly(missed);
        assertThat(records)
                .isEqualTo(new Ended(
                        1, line("entry " + asked.entry() + ": is missing, the next one is " + (asked.entry() + 1))));
        assertThat(unreachable.code()).isEqualTo(2);
        assertThat(unreachable.output())
                .startsWith("verify-log: could not look: ")
                .contains(" answered 503");
        assertThat(verify(url(), "--key", key, "--state", file("seen")).code()).isZero();
    }

    @Test
    @Order(4)
    void whatIsForgottenIsErasedAndNotTamperedWith() throws Exception {
        // Given
        change("CREATE ROLE clerk LOGIN PASSWORD 'clerk' IN ROLE " + MigratedDatabase.APPLICATION + ", eraser");
        var statistics = statistics();
        attestDestruction();
        // When
        var clerk = settings();
        clerk.putAll(Map.of("QUARKUS_DATASOURCE_USERNAME", "clerk", "QUARKUS_DATASOURCE_PASSWORD", "clerk"));
        var forgotten =
                PackagedApplication.run(clerk, "forget", "--request", asked.id(), "--reason", "court-order", "--yes");
        restart();
        // Then
        assertThat(forgotten.output()).startsWith("forget: request " + asked.id() + " is erased, says entry ");
        assertThat(forgotten.code()).isZero();
        var records = verifyDatabase();
        assertThat(records.output())
                .startsWith("verify-log: holds: ")
                .contains("; 2 erased, not tampered with (court-order)");
        assertThat(records.code()).isZero();
        assertThat(verify("--receipt", file("receipt.json"), "--key", key).code())
                .isZero();
        assertThat(verify(url(), "--receipt", file("receipt.json"), "--key", key)
                        .code())
                .isZero();
        assertThat(statistics()).isEqualTo(statistics).contains("," + TRACED + ",false");
    }

    @Test
    @Order(5)
    void aWitnessSeesItsCosignatureAndOthersRelyOnIt() throws Exception {
        // Given
        var needed = List.of(url(), "--key", key, "--needed", "1", "--witness-key", witness)
                .toArray(String[]::new);
        var before = verify(needed);
        // When
        var cosigned = verify(url(), "--key", key, "--state", file("auditors"), "--witness", file("witness.key"));
        var shown = given().get(url() + "/log/witnessed");
        ask(keycloak.token("court-service"));
        // Then
        assertThat(before).isEqualTo(new Ended(1, line("witnessed checkpoint: the log has none")));
        assertThat(cosigned.output()).endsWith(line("cosigned, and handed in"));
        assertThat(cosigned.code()).isZero();
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.asString()).contains("\n— gateway.example/log ", "\n— auditor.example/witness ");
        assertThat(verify(needed).code()).isZero();
    }

    private static String made(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("log-key"));
        command.addAll(List.of(arguments));
        return PackagedApplication.run(Map.of(), command.toArray(String[]::new))
                .output()
                .strip();
    }

    private static Ended verify(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("verify-log"));
        command.addAll(List.of(arguments));
        return PackagedApplication.run(Map.of(), command.toArray(String[]::new));
    }

    private static Ended verifyDatabase() throws Exception {
        return PackagedApplication.run(settings(), "verify-log", "--database");
    }

    private static String line(String finding) {
        return "verify-log: " + finding + System.lineSeparator();
    }

    private static String url() {
        return gateway.address().toString();
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void restart() throws Exception {
        gateway.close();
        gateway = PackagedApplication.serve(settings());
    }

    private static long size() {
        return Long.parseLong(given().get(url() + "/log/checkpoint").asString().split("\n", -1)[1]);
    }

    private static String statistics() {
        return given().get(url() + "/transparency/statistics.csv").asString();
    }

    private static Response receiptOnceIncluded() throws InterruptedException {
        var token = keycloak.token("court-service");
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = asking(token, RECEIPT, Map.of("entry", String.valueOf(asked.entry())));
            if (answer.jsonPath().get("data.receipt.inclusion") != null
                    || Instant.now().isAfter(until)) {
                return answer;
            }
            Thread.sleep(100);
        }
    }

    private static void attestDestruction() {
        asking(
                        keycloak.token("court-service"),
                        "mutation($id: ID!, $on: Date!) { attestDestruction(id: $id, destroyedOn: $on,"
                                + " method: \"shredded\") { state } }",
                        Map.of(
                                "id",
                                asked.id(),
                                "on",
                                LocalDate.now(ZoneOffset.UTC).toString()))
                .then()
                .statusCode(200)
                .body("data.attestDestruction.state", equalTo("CLOSED"));
    }

    private static Asked ask(String token) {
        var input = Map.of(
                "purpose",
                "court-order",
                "subject",
                Map.of("nhsNumber", "9000000009"),
                "ground",
                Map.of("type", "COURT_ORDER", "orderReference", "order 7", "orderDirects", List.of("gender")),
                "caseReference",
                "case 1",
                "sourcesExhausted",
                true,
                "justification",
                "every other source of information was tried");
        var answer = asking(
                        token,
                        "mutation($input: TraceInput!) { requestTrace(input: $input) { id outcome {"
                                + " ... on Traced { person { gender } receipt { entry } } } } }",
                        Map.of("input", input))
                .jsonPath();
        return new Asked(
                answer.getString("data.requestTrace.id"), answer.getLong("data.requestTrace.outcome.receipt.entry"));
    }

    private static Response asking(String token, String query, Map<String, ?> variables) {
        return given().baseUri(url())
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql");
    }

    /** One bit of one byte; done twice, it is as it was. */
    private static String flip(String table, String column) {
        return "UPDATE %1$s SET %2$s = set_byte(%2$s, 3, get_byte(%2$s, 3) # 1) WHERE index = %3$d"
                .formatted(table, column, asked.entry());
    }

    private static void change(String statements) throws SQLException {
        try (var superuser = database.connectAsOwner();
                var statement = superuser.createStatement()) {
            statement.execute(statements);
        }
    }

    private static Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                MigratedDatabase.APPLICATION,
                "QUARKUS_DATASOURCE_PASSWORD",
                MigratedDatabase.PASSWORD,
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                keycloak.issuer(),
                "NARROWGATE_UPKEEP_EVERY",
                "off",
                "NARROWGATE_LOG_SIGNING_KEYS",
                file("log.key"),
                "NARROWGATE_LOG_LAST_CHECKPOINT",
                file("last-checkpoint"),
                "NARROWGATE_LOG_WITNESSES",
                witness,
                "NARROWGATE_LOG_WITNESSES_NEEDED",
                "1"));
    }
}
