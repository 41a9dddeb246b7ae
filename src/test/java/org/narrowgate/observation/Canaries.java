package org.narrowgate.observation;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.narrowgate.dev.DevelopmentIdentityProvider;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.observation.Detail.Kind;
import org.narrowgate.packaged.PackagedApplication;

/**
 * Two made-up people: one in the registry, one whom nobody holds, who is sent by every way in that takes text: bodies,
 * documents, variables, headers, addresses, credentials, and into failures of the database that quote them.
 */
final class Canaries implements AutoCloseable {
    static final String REQUEST_ID = "6f1c2f0e-0a52-4d0e-9d53-7c5a1f0b4e11";
    static final String CORRELATION_ID = "0c6b5a0e-71a4-4b4e-8a8e-2f8b7b1f9d22";
    static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    /** Of the one who is held, what an answer may hold. */
    static final Set<Detail> HELD = Set.of(
            new Detail(Kind.NAME, "Ó Fionnagáin-Ščerba"),
            new Detail(Kind.NAME, "D'Artaghnan"),
            new Detail(Kind.POSTCODE, "ZE2 9TJ"),
            new Detail(Kind.BIRTH_DATE, "1957-11-29"));

    static final Set<Detail> ALL = Stream.concat(
                    HELD.stream(),
                    Stream.of(
                            new Detail(Kind.NHS_NUMBER, "4857773457"),
                            new Detail(Kind.NHS_NUMBER, "9434765919"),
                            new Detail(Kind.NAME, "Quillfeather"),
                            new Detail(Kind.POSTCODE, "PE38 9ZZ"),
                            new Detail(Kind.BIRTH_DATE, "1961-02-28")))
            .collect(Collectors.toUnmodifiableSet());

    private static final String PATIENT = """
            {"resourceType":"Patient","id":"4857773457","identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number",\
            "value":"4857773457"}],"meta":{"security":[{"code":"U"}]},"name":[{"use":"usual","period":{"start":"2020-01-01"},\
            "family":"Ó Fionnagáin-Ščerba","given":["D'Artaghnan"]}],"gender":"male","birthDate":"1957-11-29",\
            "address":[{"use":"home","period":{"start":"2020-01-01"},"line":["1 Canary Row","Lerwick"],\
            "postalCode":"ZE2 9TJ"}]}
            """;

    private static final String TRACE = "mutation($input: TraceInput!) { requestTrace(input: $input) { state outcome {"
            + " ... on Traced { person { nhsNumber name { family given } birthDate address { postcode } } }"
            + " ... on Refused { reason } } } }";

    private static final Map<String, String> QUILLFEATHER =
            Map.of("familyName", "Quillfeather", "birthDate", "1961-02-28", "postcode", "PE38 9ZZ");

    private final MigratedDatabase database = new MigratedDatabase();
    private final DevelopmentIdentityProvider provider = DevelopmentIdentityProvider.startOnFreePort();
    private final List<String> log;

    private Canaries(Path folder) throws Exception {
        var patients = Files.writeString(folder.resolve("canaries.ndjson"), PATIENT);
        PackagedApplication.run(settings(), "migrate");
        PackagedApplication.run(settings(), "import", patients.toString());
        try (var application = PackagedApplication.serve(settings())) {
            var door = application.address().toString();
            ask(door);
            misuse(door);
            wander(door);
            breakThe(database, door);
        }
        log = Files.readAllLines(Path.of("target", "packaged-application.log"));
    }

    /** Lets them fly, and returns when the application that met them has said all it has to say. */
    static Canaries fly(Path folder) throws Exception {
        return new Canaries(folder);
    }

    /** What it wrote to its console. */
    List<String> log() {
        return log;
    }

    private void ask(String door) {
        agency(door)
                .header("X-Request-ID", REQUEST_ID)
                .header("X-Correlation-ID", CORRELATION_ID)
                .header("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01")
                .header("tracestate", "quillfeather=9434765919")
                .header("baggage", "name=Quillfeather")
                .body(operation(Map.of("nhsNumber", "4857773457")))
                .post("/graphql")
                .then()
                .statusCode(200);
        agency(door).body(operation(QUILLFEATHER)).post("/graphql").then().statusCode(200);
        agency(door)
                .body(operation(Map.of("nhsNumber", "9434765919", "birthDate", "1961-02-28")))
                .post("/graphql");
        agency(door).body(operation(Map.of("familyName", "Quillfeather"))).post("/graphql");
        agency(door)
                .body(Map.of(
                        "query",
                        "{ preview(input: { purpose: \"Quillfeather\", caseReference: \"9434765919\","
                                + " sourcesExhausted: true, justification: \"Quillfeather of PE38 9ZZ, 28/02/1961, 943 476 5919\","
                                + " subject: { familyName: \"Quillfeather\", birthDate: \"1961-02-28\", postcode: \"PE38 9ZZ\" }"
                                + " }) { decision } }"))
                .post("/graphql");
    }

    private void misuse(String door) {
        for (var id : List.of("9434765919", "Quillfeather")) {
            agency(door)
                    .header("X-Request-ID", id)
                    .header("X-Correlation-ID", id + "/PE389ZZ/1961-02-28")
                    .header("X-Forwarded-For", id)
                    .header("X-Forwarded-Host", "quillfeather.example")
                    .header("Forwarded", "for=" + id)
                    .header("User-Agent", id + "/1961-02-28")
                    .header("Referer", "https://agency.example/" + id + "?postcode=PE38+9ZZ")
                    .body(operation(QUILLFEATHER))
                    .post("/graphql");
        }
        for (var body : List.of(
                "{\"query\": Quillfeather 9434765919",
                "[\"Quillfeather\"]",
                "{\"query\": \"{ quillfeather(nhsNumber: \\\"9434765919\\\") { Quillfeather } }\"}",
                "{\"query\": \"query Quillfeather { Quillfeather: entitlements { purpose } }\","
                        + " \"operationName\": \"Quillfeather\"}",
                "{\"query\": \"query($Quillfeather: Int) { entitlements { purpose } }\","
                        + " \"variables\": {\"Quillfeather\": \"PE38 9ZZ\"}}",
                "{\"query\": \"" + "Quillfeather 9434765919 ".repeat(4_000) + "\"}")) {
            agency(door).body(body).post("/graphql");
        }
        given().baseUri(door).contentType("text/plain").body("Quillfeather").post("/graphql");
        given().baseUri(door)
                .auth()
                .oauth2("Quillfeather.9434765919.PE389ZZ")
                .body("{}")
                .post("/graphql");
        given().baseUri(door)
                .auth()
                .preemptive()
                .basic("Quillfeather", "9434765919")
                .get("/graphql");
    }

    private void wander(String door) {
        for (var path : List.of(
                "/9434765919/Quillfeather",
                "/graphql?query=%7BQuillfeather%7D",
                "/my-record/9434765919?postcode=PE38%209ZZ",
                "/my-record/signed-in?state=Quillfeather&code=9434765919&error_description=1961-02-28",
                "/console/cases/Quillfeather",
                "/console/signed-in?state=Quillfeather&error=9434765919",
                "/log/tile/Quillfeather",
                "/transparency/agreements/Quillfeather",
                "/transparency/consultations/9434765919",
                "/transparency/statistics.csv?month=Quillfeather",
                "/admin/policy/versions/9434765919",
                "/%25Quillfeather",
                "/schema.graphql?9434765919")) {
            given().baseUri(door)
                    .urlEncodingEnabled(false)
                    .redirects()
                    .follow(false)
                    .cookie("q_session", "Quillfeather")
                    .get(path);
            given().baseUri(door)
                    .urlEncodingEnabled(false)
                    .contentType("application/x-www-form-urlencoded")
                    .body("familyName=Quillfeather&nhsNumber=943+476+5919&birthDate=1961-02-28")
                    .post(path);
        }
    }

    /** What PostgreSQL says of these quotes the row, and what the driver says the statement. */
    private void breakThe(MigratedDatabase broken, String door) throws SQLException {
        change(
                broken,
                "ALTER TABLE tracing_request ADD CONSTRAINT canary CHECK (case_reference <> 'Quillfeather') NOT VALID");
        agency(door).body(operation(Map.of("nhsNumber", "4857773457"))).post("/graphql");
        change(broken, "ALTER TABLE tracing_request DROP CONSTRAINT canary");
        change(broken, "REVOKE SELECT ON person FROM " + MigratedDatabase.APPLICATION);
        agency(door).body(operation(QUILLFEATHER)).post("/graphql");
        change(broken, "GRANT SELECT ON person TO " + MigratedDatabase.APPLICATION);
    }

    private static void change(MigratedDatabase database, String command) throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Map<String, Object> operation(Map<String, String> subject) {
        return Map.of(
                "query",
                TRACE,
                "variables",
                Map.of(
                        "input",
                        Map.of(
                                "purpose",
                                "court-order",
                                "caseReference",
                                "Quillfeather",
                                "subject",
                                subject,
                                "ground",
                                Map.of(
                                        "type",
                                        "COURT_ORDER",
                                        "orderReference",
                                        "Quillfeather v 9434765919",
                                        "orderDirects",
                                        List.of("nhsNumber", "name", "birthDate", "address")),
                                "sourcesExhausted",
                                true,
                                "justification",
                                "Quillfeather, born 28 February 1961, was not to be found.")));
    }

    private RequestSpecification agency(String door) {
        return given().baseUri(door).auth().oauth2(token()).contentType("application/json");
    }

    private String token() {
        return given().baseUri(provider.issuer())
                .contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic("court-service", MigratedDatabase.PASSWORD)
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "purpose:court-order")
                .post("/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        provider.settings()
                .forEach((name, value) ->
                        settings.put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
        settings.putAll(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                MigratedDatabase.APPLICATION,
                "QUARKUS_DATASOURCE_PASSWORD",
                MigratedDatabase.PASSWORD,
                "QUARKUS_FLYWAY_USERNAME",
                "postgres",
                "QUARKUS_FLYWAY_PASSWORD",
                "postgres"));
        return settings;
    }

    @Override
    public void close() {
        provider.close();
        database.close();
    }
}
