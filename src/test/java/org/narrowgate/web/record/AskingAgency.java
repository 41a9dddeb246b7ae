package org.narrowgate.web.record;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.Map;
import org.narrowgate.dev.Tokens;

/** Agencies that ask through the real door about somebody who then looks at their record. */
final class AskingAgency {
    static final String REFERENCE = "case that nobody sees";
    static final String JUSTIFICATION = "A sample of registrations is checked, and this is argued for it.";

    private AskingAgency() {}

    /** Asks by NHS number, as the Counter Fraud Authority, for three details. @return the request's id */
    static String counterFraud(String nhsNumber) {
        return request("counter-fraud", "counter-fraud", nhsNumber, Map.of());
    }

    /** Asks by NHS number for a court that names no order: refused. */
    static String courtWithoutOrder(String nhsNumber) {
        return request("court-service", "court-order", nhsNumber, Map.of());
    }

    /** Asks by NHS number for a missing person: under review. */
    static String police(String nhsNumber) {
        return request(
                "police-north",
                "missing-vulnerable-person",
                nhsNumber,
                Map.of(
                        "ground",
                        Map.of(
                                "type",
                                "MISSING_VULNERABLE_PERSON",
                                "statement",
                                "Not seen for three days, and needs medicine every day.")));
    }

    static void withdraw(String id) {
        send(
                "police-north",
                "mutation($id: ID!) { withdrawTracingRequest(id: $id, reason: \"No longer needed by us.\") { id } }",
                Map.of("id", id));
    }

    private static String request(String client, String purpose, String nhsNumber, Map<String, Object> more) {
        var input = new HashMap<String, Object>(more);
        input.put("purpose", purpose);
        input.put("caseReference", REFERENCE);
        input.put("subject", Map.of("nhsNumber", nhsNumber));
        input.put("sourcesExhausted", true);
        input.put("justification", JUSTIFICATION);
        return send(
                client,
                "mutation($input: TraceInput!) { requestTrace(input: $input) { id outcome { __typename ... on Traced {"
                        + " person { name { family } birthDate deceased } } } } }",
                Map.of("input", input));
    }

    private static String send(String client, String query, Map<String, Object> variables) {
        var answer = given().auth()
                .oauth2(Tokens.of(client))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        if (answer.get("errors") != null) {
            throw new AssertionError("answered with errors: " + answer.get("errors"));
        }
        return answer.getString(query.contains("withdraw") ? "data.withdrawTracingRequest.id" : "data.requestTrace.id");
    }
}
