package org.narrowgate.web.console.cases;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.narrowgate.dev.Tokens;

/** An agency that asks through the real door, so that staff have something to decide. */
final class AgencyForTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATEMENT = "Not seen for three days, and needs medicine every day.";

    private final String client;

    private AgencyForTests(String client) {
        this.client = client;
    }

    static AgencyForTests police() {
        return new AgencyForTests("police-north");
    }

    static AgencyForTests commission() {
        return new AgencyForTests("case-review-commission");
    }

    static AgencyForTests homeOffice() {
        return new AgencyForTests("home-office");
    }

    /** As if the commission had asked nothing today: its limit is for other tests to try. */
    static void askAfresh(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE purpose_use SET used = 0 WHERE purpose = 'case-review'");
        }
    }

    /** As if a request had waited until its last day, so that it heads the queue whatever other tests left there. */
    static void waitUntilDue(DataSource database, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "UPDATE tracing_request SET due_by = (received_at AT TIME ZONE 'Europe/London')::date"
                                + " WHERE id = cast(? AS uuid)")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    /** A case reference that no other test has. */
    static String reference() {
        return "Ref " + UUID.randomUUID().toString().substring(0, 13);
    }

    /** Asks for a missing person, by number. */
    String missing(String reference) {
        return request(missing(reference, Map.of()));
    }

    /** Asks for a missing person, and to be served before others. */
    String missingUrgently(String reference) {
        return request(missing(
                reference,
                Map.of("priority", "EXCEPTIONAL", "priorityReason", "The medicine runs out tonight, and it freezes.")));
    }

    /** Asks where a witness of an old case is, by name. */
    String witness(String reference) {
        return request(input(
                "case-review",
                reference,
                Map.of("familyName", "Addo-Ferris", "givenName", "Daniel", "birthDate", "1990-09-12"),
                Map.of()));
    }

    /** Asks for somebody whom the registry does not hold. */
    String nobody(String reference) {
        return request(input(
                "case-review",
                reference,
                Map.of("familyName", "Nobody-Anywhere", "givenName", "Daniel", "birthDate", "1990-09-12"),
                Map.of()));
    }

    /** Asks about somebody convicted of robbery, countersigned. */
    String robber(String reference) {
        return request(input(
                "immigration-tracing",
                reference,
                Map.of("familyName", "Hartfield", "givenName", "Eleanor", "birthDate", "1984-03-07"),
                Map.of(
                        "ground",
                        Map.of(
                                "type",
                                "SERIOUS_CRIMINALITY",
                                "offence",
                                "robbery",
                                "stage",
                                "CONVICTED",
                                "sentenceMonths",
                                36),
                        "countersignature",
                        Map.of("officer", "C. Officer", "rank", "inspector", "signedOn", "2020-01-06"))));
    }

    void answers(String id, String information) {
        send(
                "mutation($id: ID!, $text: String!) { provideInformation(id: $id, information: $text) { id } }",
                Map.of("id", id, "text", information));
    }

    void asksForAnEmbargo(String id) {
        send(
                "mutation($id: ID!, $until: Date!, $why: String!) { requestEmbargo(id: $id, until: $until, reason: $why)"
                        + " { id } }",
                Map.of(
                        "id",
                        id,
                        "until",
                        LocalDate.now(ZoneOffset.UTC).plusMonths(1).toString(),
                        "why",
                        "The child must not be moved on before we are there."));
    }

    void withdraws(String id) {
        send(
                "mutation($id: ID!) { withdrawTracingRequest(id: $id, reason: \"No longer needed by us.\") { id } }",
                Map.of("id", id));
    }

    void reportsTheWrongPerson(String id) {
        send(
                "mutation($id: ID!) { reportMismatch(id: $id, reason: \"The man at that address is a namesake.\") { id } }",
                Map.of("id", id));
    }

    /** The request as it is now, read with name, birth date and NHS number. */
    JsonNode reads(String id) {
        return send(
                "query($id: ID!) { tracingRequest(id: $id) { state question outcome { __typename ... on Traced { person"
                        + " { nhsNumber name { family } birthDate } } ... on Refused { reason } } } }",
                Map.of("id", id));
    }

    private String request(Map<String, Object> input) {
        return send(
                        "mutation($input: TraceInput!) { requestTrace(input: $input) { id state } }",
                        Map.of("input", input))
                .get("id")
                .asText();
    }

    private static Map<String, Object> missing(String reference, Map<String, Object> more) {
        var input = new HashMap<String, Object>(more);
        input.put("ground", Map.of("type", "MISSING_VULNERABLE_PERSON", "statement", STATEMENT));
        return input("missing-vulnerable-person", reference, Map.of("nhsNumber", "9000000009"), input);
    }

    private static Map<String, Object> input(
            String purpose, String reference, Map<String, Object> subject, Map<String, Object> more) {
        var input = new HashMap<>(more);
        input.put("purpose", purpose);
        input.put("caseReference", reference);
        input.put("subject", subject);
        input.put("sourcesExhausted", true);
        input.put("justification", "All relatives were asked, and nobody else knows where to look.");
        return input;
    }

    private JsonNode send(String query, Map<String, Object> variables) {
        var answer = given().auth()
                .oauth2(Tokens.of(client))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var read = json(answer);
        if (read.has("errors")) {
            throw new AssertionError("answered with errors: " + read.get("errors"));
        }
        return read.get("data").elements().next();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON", e);
        }
    }
}
