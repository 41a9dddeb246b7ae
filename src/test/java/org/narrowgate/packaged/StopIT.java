package org.narrowgate.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.keycloak.KeycloakForTests;

/** Three replicas on one PostgreSQL, all asked for court orders while one of them is told to stop the agreement. */
class StopIT {
    private static final int REPLICAS = 3;
    private static final int ASKING = 18;
    private static final int BEFORE_THE_STOP = 150;
    private static final int AFTER_THE_STOP = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String AGREEMENT = "/admin/agreements/court-service-agreement";
    private static final String OUTCOME =
            " state outcome { __typename ... on Traced { person { gender } receipt { entry } }"
                    + " ... on Refused { reason receipt { entry } } }";
    private static final String STOPPED = "Refused AGREEMENT_NOT_IN_FORCE";

    @TempDir
    static Path folder;

    private static MigratedDatabase database;
    private static KeycloakForTests keycloak;
    private static List<PackagedApplication> replicas;

    private final ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    /**
     * One answer of a replica.
     *
     * @param outcome its type, and the reason of a refusal
     */
    private record Answered(int replica, String operation, long sentAt, String id, String outcome, long entry) {
        boolean hasAPerson() {
            return outcome.startsWith("Traced");
        }
    }

    @BeforeAll
    static void start() throws Exception {
        database = new MigratedDatabase();
        keycloak = KeycloakForTests.start();
        keycloak.addProgram("approving-program", "policy-approver");
        var owner = settings();
        owner.putAll(Map.of("QUARKUS_FLYWAY_USERNAME", "postgres", "QUARKUS_FLYWAY_PASSWORD", "postgres"));
        PackagedApplication.run(owner, "migrate");
        var people = folder.resolve("patients.ndjson");
        Files.copy(Path.of("src", "test", "resources", "registry", "patients.ndjson"), people);
        PackagedApplication.run(owner, "import", people.toString());
        replicas = new ArrayList<>();
        for (int i = 0; i < REPLICAS; i++) {
            replicas.add(PackagedApplication.serve(settings()));
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        for (var replica : replicas) {
            replica.close();
        }
        keycloak.close();
        database.close();
    }

    @Test
    void nothingIsReleasedAfterAStopOnAnyReplicaUntilTwoStartItAgain() throws Exception {
        // Given
        var token = keycloak.token("court-service");
        var author = keycloak.token("policy-pipeline");
        var approver = keycloak.token("approving-program");
        // When
        long stopEntry;
        long acknowledgedAt;
        try (var agencies = Executors.newFixedThreadPool(ASKING)) {
            var asked = IntStream.range(0, ASKING)
                    .mapToObj(number -> agencies.submit(askOn(number % REPLICAS, token)))
                    .toList();
            await(() -> answers.size() >= BEFORE_THE_STOP);
            stopEntry = told(replicas.getFirst(), author, AGREEMENT + "/suspend", 200)
                    .getLong("entry");
            acknowledgedAt = System.nanoTime();
            var acknowledged = acknowledgedAt;
            await(() -> everyWay().allMatch(way -> since(acknowledged, way).size() >= AFTER_THE_STOP));
            enough.set(true);
            for (var each : asked) {
                each.get();
            }
        }
        // Then
        assertThat(releasesAfter(stopEntry)).isZero();
        assertThat(answers).filteredOn(Answered::hasAPerson).allMatch(answer -> answer.entry() < stopEntry);
        assertThat(releases())
                .isEqualTo(answers.stream().filter(Answered::hasAPerson).count())
                .isGreaterThan(BEFORE_THE_STOP / 2);
        assertThat(everyWay())
                .allSatisfy(way -> assertThat(since(acknowledgedAt, way))
                        .hasSizeGreaterThanOrEqualTo(AFTER_THE_STOP)
                        .extracting(Answered::outcome)
                        .containsOnly(STOPPED));
        // When
        told(replicas.get(1), author, AGREEMENT + "/resume", 200);
        told(replicas.get(1), author, AGREEMENT + "/resume/approve", 403);
        assertThat(ask(2, token).outcome()).isEqualTo(STOPPED);
        told(replicas.get(1), approver, AGREEMENT + "/resume/approve", 200);
        // Then
        for (int replica = 0; replica < REPLICAS; replica++) {
            var traced = ask(replica, token);
            assertThat(List.of(traced, read(replica, token, traced.id())))
                    .extracting(Answered::outcome)
                    .containsOnly("Traced null");
        }
    }

    // Reads an outcome again that was traced before the stop, so that both ways out are tried under it.
    private Callable<Void> askOn(int replica, String token) {
        return () -> {
            var first = ask(replica, token);
            answers.add(first);
            var known = first.id();
            while (!enough.get()) {
                var asked = ask(replica, token);
                known = asked.hasAPerson() ? asked.id() : known;
                answers.add(asked);
                answers.add(read(replica, token, known));
            }
            return null;
        };
    }

    private record Way(int replica, String operation) {}

    private static Stream<Way> everyWay() {
        return IntStream.range(0, REPLICAS)
                .boxed()
                .flatMap(replica -> Stream.of(new Way(replica, "ask"), new Way(replica, "read")));
    }

    private List<Answered> since(long moment, Way way) {
        return answers.stream()
                .filter(answer -> answer.sentAt() > moment
                        && answer.replica() == way.replica()
                        && answer.operation().equals(way.operation()))
                .toList();
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean() && Instant.now().isBefore(until)) {
            Thread.sleep(5);
        }
    }

    private static Answered ask(int replica, String token) {
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
        return answered(
                replica,
                "ask",
                token,
                "mutation($input: TraceInput!) { it: requestTrace(input: $input) { id" + OUTCOME + " } }",
                Map.of("input", input));
    }

    private static Answered read(int replica, String token, String id) {
        return answered(
                replica,
                "read",
                token,
                "query($id: ID!) { it: tracingRequest(id: $id) { id" + OUTCOME + " } }",
                Map.of("id", id));
    }

    private static Answered answered(
            int replica, String operation, String token, String query, Map<String, ?> variables) {
        var sentAt = System.nanoTime();
        var answer = given().baseUri(replicas.get(replica).address().toString())
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new Answered(
                replica,
                operation,
                sentAt,
                answer.getString("data.it.id"),
                answer.getString("data.it.outcome.__typename") + " " + answer.getString("data.it.outcome.reason"),
                answer.getLong("data.it.outcome.receipt.entry"));
    }

    private static JsonPath told(PackagedApplication replica, String token, String path, int status) {
        return given().baseUri(replica.address().toString())
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("reason", "A drill: everybody is told."))
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static long releasesAfter(long entry) throws SQLException {
        return count("AND index > " + entry);
    }

    private static long releases() throws SQLException {
        return count("");
    }

    private static long count(String more) throws SQLException {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM ledger_entry"
                        + " WHERE convert_from(circumstances, 'UTF8')::jsonb @>"
                        + " '{\"agency\": \"court-service\", \"outcome\": \"traced\"}' " + more)) {
            result.next();
            return result.getLong(1);
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
                "off"));
    }
}
