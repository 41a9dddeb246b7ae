package org.narrowgate.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.narrowgate.dev.EmbeddedDatabase;
import org.narrowgate.keycloak.KeycloakForTests;

/**
 * The run contract, followed by a stranger: a PostgreSQL whose owner is no superuser, a real Keycloak with the realm of
 * this repository, settings in the environment, and nothing of the development room.
 */
@TestMethodOrder(OrderAnnotation.class)
class PackagedApplicationIT {
    private static final String TRACE = """
            mutation($input: TraceInput!) {
              requestTrace(input: $input) {
                state
                outcome {
                  ... on Traced {
                    person {
                      nhsNumber name { family given } previousFamilyNames birthDate gender deceased
                      address { lines postcode since } generalPractice { odsCode name areaCode registeredOn }
                    }
                    withheld { field treatment reason }
                    receipt { entry }
                  }
                  ... on NotTraced { receipt { entry } }
                  ... on Refused { reason clause receipt { entry } }
                }
              }
            }""";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase postgres;
    private static KeycloakForTests keycloak;
    private static PackagedApplication application;

    @BeforeAll
    static void startWhatIsNotOurs() throws SQLException {
        postgres = EmbeddedDatabase.start();
        asSuperuser("CREATE ROLE registry_owner LOGIN CREATEROLE PASSWORD 'owner-password'");
        asSuperuser("CREATE DATABASE narrowgate OWNER registry_owner");
        keycloak = KeycloakForTests.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (application != null) {
            application.close();
        }
        keycloak.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void namesEverySettingThatIsMissing() throws Exception {
        // When
        var ended = PackagedApplication.run(Map.of());
        // Then
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output())
                .contains("QUARKUS_DATASOURCE_JDBC_URL")
                .contains("QUARKUS_DATASOURCE_USERNAME")
                .contains("QUARKUS_DATASOURCE_PASSWORD")
                .contains("QUARKUS_OIDC_AUTH_SERVER_URL");
    }

    @Test
    @Order(2)
    void migratesTwiceAndCreatesTheApplicationsRole() throws Exception {
        assertThat(PackagedApplication.run(settings(), "migrate").code()).isZero();
        assertThat(PackagedApplication.run(settings(), "migrate"))
                .satisfies(ended -> assertThat(ended.code()).isZero())
                .satisfies(ended -> assertThat(ended.output()).contains("migrations made: 0,"));
    }

    @Test
    @Order(3)
    void importsTheGoodLinesAndReportsTheOthers() throws Exception {
        // Given
        var people = folder.resolve("patients.ndjson");
        Files.copy(Path.of("src", "test", "resources", "registry", "patients.ndjson"), people);
        // When
        var ended = PackagedApplication.run(settings(), "import", people.toString());
        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("5 read", "3 new", "2 rejected").doesNotContain("9000000000", "Smith");
        assertThat(Files.readAllLines(folder.resolve("patients.ndjson.rejects.ndjson")))
                .hasSize(2);
    }

    @Test
    @Order(4)
    void disclosesWhatTheCourtDirectsAndNothingElse() throws Exception {
        // Given
        application = PackagedApplication.serve(settings());
        // When
        var answer = ask(
                "court-service",
                Map.of(
                        "purpose", "court-order",
                        "subject", Map.of("nhsNumber", "9000000009"),
                        "ground",
                                Map.of(
                                        "type", "COURT_ORDER",
                                        "orderReference", "order 7",
                                        "orderDirects", List.of("name.family", "address.postcode"))));
        // Then
        answer.body("data.requestTrace.state", equalTo("TRACED"))
                .body("data.requestTrace.outcome.person.name.family", equalTo("Smith"))
                .body("data.requestTrace.outcome.person.name.given", nullValue())
                .body("data.requestTrace.outcome.person.address.postcode", equalTo("LS1 6AE"))
                .body("data.requestTrace.outcome.person.address.lines", nullValue())
                .body("data.requestTrace.outcome.person.birthDate", nullValue())
                .body("data.requestTrace.outcome.person.generalPractice", nullValue())
                .body("data.requestTrace.outcome.withheld.size()", equalTo(12));
    }

    @Test
    @Order(5)
    void refusesAPurposeThatIsNotTheAgencys() {
        ask("home-office", Map.of("purpose", "court-order", "subject", Map.of("nhsNumber", "9000000009")))
                .body("data.requestTrace.state", equalTo("REFUSED"))
                .body("data.requestTrace.outcome.reason", equalTo("PURPOSE_NOT_GRANTED"));
    }

    @Test
    @Order(6)
    void refusesAnOverstayerAndCitesTheClause() {
        ask(
                        "home-office",
                        Map.of(
                                "purpose", "immigration-tracing",
                                "subject",
                                        Map.of("familyName", "smith", "birthDate", "1990-10-22", "postcode", "ls16ae"),
                                "ground",
                                        Map.of(
                                                "type",
                                                "SERIOUS_CRIMINALITY",
                                                "offence",
                                                "overstaying",
                                                "stage",
                                                "CONVICTED"),
                                "countersignature",
                                        Map.of("officer", "An Officer", "rank", "inspector", "signedOn", "2026-01-05")))
                .body("data.requestTrace.outcome.reason", equalTo("OFFENCE_EXCLUDED"))
                .body("data.requestTrace.outcome.clause", containsString("9 May 2018"));
    }

    @Test
    @Order(7)
    void trustsNoTokenButKeycloaks() {
        given().baseUri(application.address().toString())
                .auth()
                .oauth2("not.a.token")
                .contentType("application/json")
                .body(Map.of("query", "{ entitlements { purpose } }"))
                .post("/graphql")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    @Order(8)
    void saysWhichSettingTheConsoleLacksAndServesTheRest() {
        // When
        var console =
                given().redirects().follow(false).get(application.address().resolve("/console/statistics"));
        // Then
        assertThat(console.statusCode()).isEqualTo(503);
        assertThat(console.asString())
                .contains("QUARKUS_OIDC_CONSOLE_CREDENTIALS_SECRET")
                .contains("Everything else works.");
        assertThat(given().get(application.address()).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(9)
    void keepsRequestsAndEntriesInAgreementWhenItIsKilled() throws Exception {
        // Given
        var token = keycloak.token("counter-fraud");
        var answered = new ConcurrentLinkedQueue<String>();
        // When
        try (var agencies = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                agencies.execute(() -> askUntilItDies(token, answered));
            }
            while (answered.size() < 200) {
                Thread.sleep(5);
            }
            application.kill();
        }
        // Then
        assertThat(answers("SELECT count(*) FROM tracing_request FULL JOIN (SELECT index,"
                        + " convert_from(circumstances, 'UTF8')::jsonb ->> 'request' AS request FROM ledger_entry"
                        + " WHERE convert_from(circumstances, 'UTF8')::jsonb ->> 'kind' = 'request') entry"
                        + " ON outcome_entry = entry.index AND id::text = entry.request"
                        + " WHERE id IS NULL OR entry.request IS NULL"))
                .isZero();
        assertThat(answers("SELECT count(*) FROM ledger_entry WHERE index IN (" + String.join(",", answered) + ")"))
                .isEqualTo(answered.size());
        assertThat(answers("SELECT max(index) + 1 - count(*) FROM ledger_entry"))
                .isZero();
    }

    private static void askUntilItDies(String token, ConcurrentLinkedQueue<String> answered) {
        try {
            while (true) {
                answered.add(ask(token, "counter-fraud")
                        .statusCode(200)
                        .extract()
                        .path("data.requestTrace.outcome.receipt.entry"));
            }
        } catch (Exception | AssertionError killed) {
            // As it should be: from here on nothing is answered.
        }
    }

    private static ValidatableResponse ask(String agency, Map<String, ?> input) {
        var whole = new HashMap<String, Object>(input);
        whole.put("caseReference", "case 1");
        whole.put("sourcesExhausted", true);
        whole.put("justification", "every other source of information was tried");
        return post(keycloak.token(agency), whole).statusCode(200);
    }

    private static ValidatableResponse ask(String token, String purpose) {
        return post(
                token,
                Map.of(
                        "purpose",
                        purpose,
                        "subject",
                        Map.of("nhsNumber", "9000000009"),
                        "caseReference",
                        "case 2",
                        "sourcesExhausted",
                        true,
                        "justification",
                        "every other source of information was tried"));
    }

    private static ValidatableResponse post(String token, Map<String, ?> input) {
        return given().baseUri(application.address().toString())
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("query", TRACE, "variables", Map.of("input", input)))
                .post("/graphql")
                .then();
    }

    private static Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database(),
                "QUARKUS_DATASOURCE_USERNAME", "gateway",
                "QUARKUS_DATASOURCE_PASSWORD", "it's a pass$word",
                "QUARKUS_FLYWAY_USERNAME", "registry_owner",
                "QUARKUS_FLYWAY_PASSWORD", "owner-password",
                "QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer());
    }

    private static String database() {
        return postgres.jdbcUrl().replaceFirst("/postgres$", "/narrowgate");
    }

    private static long answers(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database(), "postgres", "postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
