package org.narrowgate.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.keycloak.KeycloakForTests;

/** Two replicas on one PostgreSQL: what is to be done once is done once, also when one of them dies at it. */
@TestMethodOrder(OrderAnnotation.class)
class ReplicasIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LIMIT = 20;
    private static final int OPEN = 40;
    private static final int UNREAD = 300;
    private static final int OVER = 300;

    // The upkeep's advisory lock, as PostgreSQL shows its two halves.
    private static final String AT_WORK = "SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)"
            + " WHERE locktype = 'advisory' AND classid = x'7570'::int AND objid = x'6b656570'::int AND granted";
    private static final String DONE = "SELECT kind, count(*), count(DISTINCT request) FROM (SELECT"
            + " convert_from(circumstances, 'UTF8')::jsonb ->> 'kind' AS kind,"
            + " convert_from(circumstances, 'UTF8')::jsonb ->> 'request' AS request FROM ledger_entry) AS entry"
            + " WHERE kind IN ('escalation', 'lapse', 'erasure') GROUP BY kind ORDER BY kind";

    @TempDir
    static Path folder;

    private static MigratedDatabase database;
    private static KeycloakForTests keycloak;
    private static Map<String, PackagedApplication> replicas;

    @BeforeAll
    static void start() throws Exception {
        database = new MigratedDatabase();
        keycloak = KeycloakForTests.start();
        var owner = settings("owner");
        owner.putAll(Map.of("QUARKUS_FLYWAY_USERNAME", "postgres", "QUARKUS_FLYWAY_PASSWORD", "postgres"));
        PackagedApplication.run(owner, "migrate");
        var people = folder.resolve("patients.ndjson");
        Files.copy(Path.of("src", "test", "resources", "registry", "patients.ndjson"), people);
        PackagedApplication.run(owner, "import", people.toString());
        replicas = new HashMap<>();
        for (var name : List.of("first", "second")) {
            replicas.put(name, PackagedApplication.serve(settings(name)));
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        for (var replica : replicas.values()) {
            replica.close();
        }
        keycloak.close();
        database.close();
    }

    @Test
    @Order(1)
    void aDailyLimitHoldsExactlyOverBothUnderLoad() throws Exception {
        // When
        var answers = askOfBoth(
                3 * LIMIT,
                "home-office",
                Map.of(
                        "purpose", "immigration-tracing",
                        "subject", Map.of("familyName", "smith", "birthDate", "1990-10-22", "postcode", "ls16ae"),
                        "ground",
                                Map.of(
                                        "type", "SERIOUS_CRIMINALITY",
                                        "offence", "fraud",
                                        "stage", "CONVICTED",
                                        "sentenceMonths", 14),
                        "countersignature",
                                Map.of("officer", "An Officer", "rank", "inspector", "signedOn", "2026-01-05")));
        // Then
        assertThat(answers).hasSize(3 * LIMIT);
        assertThat(Collections.frequency(answers, "UNDER_REVIEW null")).isEqualTo(LIMIT);
        assertThat(Collections.frequency(answers, "REFUSED LIMIT_REACHED")).isEqualTo(2 * LIMIT);
        assertThat(rows("SELECT used FROM purpose_use WHERE purpose = 'immigration-tracing'"))
                .containsExactly(List.of("" + LIMIT));
    }

    @Test
    @Order(2)
    void whatTimeDoesHappensOnceAlsoWhenTheReplicaAtItIsKilled() throws Exception {
        // Given
        askOfBoth(OPEN, "police-north", missingPerson());
        askOfBoth(UNREAD, "court-service", courtOrder());
        askOfBoth(OVER, "coroner", Map.of("purpose", "court-order", "subject", Map.of("nhsNumber", "9000000009")));
        var entriesBefore = rows("SELECT count(*) FROM ledger_entry");
        assertThat(rows(DONE)).isEmpty();
        // When
        change("UPDATE tracing_request SET due_by = current_date - 5, received_at = received_at - interval '60 days'"
                + " WHERE purpose = 'missing-vulnerable-person'");
        change("UPDATE tracing_request SET readable_until = now() - interval '1 day' WHERE state = 'TRACED'");
        change("UPDATE tracing_request SET erase_on = current_date - 1 WHERE agency = 'coroner'");
        var killed = killTheOneAtWork();
        var stepsBefore = done();
        awaitSteps(OPEN + UNREAD + OVER);
        // And time for whatever would do something again
        Thread.sleep(Duration.ofSeconds(4));
        // Then
        assertThat(stepsBefore).isBetween(1L, OPEN + UNREAD + OVER - 1L);
        assertThat(rows(AT_WORK)).doesNotContain(List.of(killed));
        assertThat(rows(DONE))
                .containsExactly(
                        List.of("erasure", "" + OVER, "" + OVER),
                        List.of("escalation", "" + OPEN, "" + OPEN),
                        List.of("lapse", "" + UNREAD, "" + UNREAD));
        assertThat(rows("SELECT count(*), count(DISTINCT request) FROM case_reminder"))
                .containsExactly(List.of("" + OPEN, "" + OPEN));
        assertThat(rows("SELECT state, closed_for, count(*), count(escalated_at), count(erased_at)"
                        + " FROM tracing_request WHERE agency <> 'home-office' GROUP BY 1, 2 ORDER BY 1"))
                .containsExactly(
                        List.of("CLOSED", "NEVER_READ", "" + UNREAD, "0", "0"),
                        List.of("REFUSED", "null", "" + OVER, "0", "" + OVER),
                        List.of("UNDER_REVIEW", "null", "" + OPEN, "" + OPEN, "0"));
        assertThat(rows("SELECT count(*) FROM ledger_entry"))
                .containsExactly(
                        List.of("" + (Long.parseLong(entriesBefore.getFirst().getFirst()) + OPEN + UNREAD + OVER)));
        assertThat(rows("SELECT count(*) FROM ledger_particulars p JOIN tracing_request_entry e"
                        + " ON e.entry_index = p.index JOIN tracing_request r ON r.id = e.request"
                        + " WHERE r.agency = 'coroner'"))
                .containsExactly(List.of("" + OVER)); // of the entries that say so
    }

    @Test
    @Order(3)
    void theOneThatIsLeftGoesOnServing() throws Exception {
        assertThat(askOfBoth(4, "court-service", courtOrder())).containsOnly("TRACED null");
    }

    /** @return its name; whoever holds the lock of the upkeep has just written a step and has others before it */
    private static String killTheOneAtWork() throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            var atWork = done() > 0 ? rows(AT_WORK) : List.<List<String>>of();
            if (!atWork.isEmpty()) {
                var name = atWork.getFirst().getFirst();
                Optional.ofNullable(replicas.remove(name)).orElseThrow().kill();
                return name;
            }
            Thread.sleep(2);
        }
        throw new AssertionError("no replica was ever seen at work");
    }

    private static void awaitSteps(long many) throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (done() < many && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
    }

    private static long done() throws SQLException {
        return rows(DONE).stream().mapToLong(row -> Long.parseLong(row.get(1))).sum();
    }

    private static Map<String, Object> missingPerson() {
        return Map.of(
                "purpose",
                "missing-vulnerable-person",
                "subject",
                Map.of("nhsNumber", "9000000009"),
                "ground",
                Map.of("type", "MISSING_VULNERABLE_PERSON", "statement", "A child of four has not come home."));
    }

    private static Map<String, Object> courtOrder() {
        return Map.of(
                "purpose",
                "court-order",
                "subject",
                Map.of("nhsNumber", "9000000009"),
                "ground",
                Map.of("type", "COURT_ORDER", "orderReference", "order 7", "orderDirects", List.of("gender")));
    }

    /** All at once, in turn of the replicas there are; each answer as its state and the reason of its refusal. */
    private static List<String> askOfBoth(int many, String agency, Map<String, ?> input) throws Exception {
        var whole = new HashMap<String, Object>(input);
        whole.put("caseReference", "case 1");
        whole.put("sourcesExhausted", true);
        whole.put("justification", "every other source of information was tried");
        var token = keycloak.token(agency);
        var serving = List.copyOf(replicas.values());
        var asked = IntStream.range(0, many)
                .mapToObj(i -> (Callable<String>) () -> ask(serving.get(i % serving.size()), token, whole))
                .toList();
        var answers = new ArrayList<String>();
        try (var agencies = Executors.newFixedThreadPool(30)) {
            for (var answer : agencies.invokeAll(asked)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static String ask(PackagedApplication replica, String token, Map<String, ?> input) {
        var answer = given().baseUri(replica.address().toString())
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of(
                        "query",
                        "mutation($input: TraceInput!) { requestTrace(input: $input) {"
                                + " state outcome { ... on Refused { reason } } } }",
                        "variables",
                        Map.of("input", input)))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return answer.getString("data.requestTrace.state") + " " + answer.getString("data.requestTrace.outcome.reason");
    }

    private static Map<String, String> settings(String name) {
        return new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl() + "?ApplicationName=" + name,
                "QUARKUS_DATASOURCE_USERNAME",
                MigratedDatabase.APPLICATION,
                "QUARKUS_DATASOURCE_PASSWORD",
                MigratedDatabase.PASSWORD,
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                keycloak.issuer(),
                "NARROWGATE_UPKEEP_EVERY",
                "1s"));
    }

    private static void change(String command) throws SQLException {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute(command);
        }
    }

    /** Every value as text; what is null says so. */
    private static List<List<String>> rows(String query) throws SQLException {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var values = new ArrayList<String>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    values.add(String.valueOf(result.getString(column)));
                }
                rows.add(List.copyOf(values));
            }
            return List.copyOf(rows);
        }
    }
}
