package org.narrowgate.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.narrowgate.dev.Tokens;

/** An agency's application at the door. */
final class Door {
    /** Every leaf of {@code Person}. */
    static final String PERSON = "nhsNumber name { family given } previousFamilyNames birthDate gender deceased"
            + " address { lines postcode since } generalPractice { odsCode name areaCode registeredOn }";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECEIPT = "receipt { entry leafHash at policyVersion policyHash }";

    private Door() {}

    /** With every scope the client has. */
    static RequestSpecification as(String client) {
        return with(Tokens.of(client));
    }

    static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static ValidatableResponse send(String query) {
        return send(query, Map.of());
    }

    static ValidatableResponse send(String query, Map<String, Object> variables) {
        return as("court-service")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then();
    }

    /** The answer, byte for byte. */
    static String answer(RequestSpecification caller, String query, Map<String, Object> variables) {
        return caller.body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** What came of a request, with all that proves its receipt. */
    static String traceProved(String client, Map<String, Object> input) {
        var receipt = RECEIPT.replace("{ ", "{ circumstances circumstancesSalt particularsHash ");
        return answer(
                as(client),
                "mutation($input: TraceInput!) { requestTrace(input: $input) { id state outcome { __typename"
                        + " ... on Traced { person { gender } " + receipt + " } ... on NotTraced { " + receipt
                        + " } ... on Refused { reason " + receipt + " } } } }",
                Map.of("input", input));
    }

    /** Everything there is about a request, with these details of its person. */
    static String request(String person) {
        return "{ id purpose caseReference state receivedAt dueBy decidedAt policyVersion question outcome { __typename"
                + " ... on Traced { person { " + person + " } withheld { field treatment reason } " + RECEIPT
                + " readableUntil destroyBy } ... on NotTraced { " + RECEIPT
                + " } ... on Refused { reason clause explanation " + RECEIPT + " } } }";
    }

    static String trace(String client, Map<String, Object> input) {
        return trace(client, input, PERSON);
    }

    static String trace(String client, Map<String, Object> input, String person) {
        return answer(
                as(client),
                "mutation($input: TraceInput!) { requestTrace(input: $input) " + request(person) + " }",
                Map.of("input", input));
    }

    static String read(RequestSpecification caller, String id) {
        return answer(caller, "query($id: ID!) { tracingRequest(id: $id) " + request(PERSON) + " }", Map.of("id", id));
    }

    /** What an answer without errors holds under the one name it was asked for. */
    static JsonNode node(String answer) {
        var read = json(answer);
        if (read.has("errors")) {
            throw new AssertionError("answered with errors: " + read.get("errors"));
        }
        return read.get("data").elements().next();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    /** Without ids, times and receipts: what may differ between answers that must look alike. */
    static String masked(String answer) {
        return answer.replaceAll(
                        "\"(id|receivedAt|decidedAt|readableUntil|entry|leafHash|at|circumstancesSalt|particularsHash)"
                                + "\":\"[^\"]+\"",
                        "\"$1\":\"-\"")
                // Within a receipt's circumstances, which are JSON as text.
                .replaceAll("(at|request)\\\\\":\\\\\"[^\"]+\\\\\"", "$1-");
    }

    /** A complete request that breaks no rule. */
    static Map<String, Object> input() {
        return input("court-order", numbered("9000000009"), ground("COURT_ORDER", "orderReference", "order 1"));
    }

    static Map<String, Object> courtOrder(Map<String, Object> subject) {
        return input(
                "court-order",
                subject,
                Map.of(
                        "type",
                        "COURT_ORDER",
                        "orderReference",
                        "order 1",
                        "orderDirects",
                        List.of(
                                "nhsNumber",
                                "name",
                                "previousFamilyNames",
                                "birthDate",
                                "gender",
                                "deceased",
                                "address",
                                "generalPractice")));
    }

    static Map<String, Object> arrestWarrant(Map<String, Object> subject) {
        return input("arrest-warrant", subject, ground("COURT_ORDER", "orderReference", "warrant 1"));
    }

    static Map<String, Object> counterFraud(Map<String, Object> subject) {
        return input("counter-fraud", subject, Map.of());
    }

    static Map<String, Object> missingPerson(Map<String, Object> subject) {
        return input(
                "missing-vulnerable-person",
                subject,
                ground("MISSING_VULNERABLE_PERSON", "statement", "Not seen for three days, and needs medicine."));
    }

    static Map<String, Object> coroner(Map<String, Object> subject) {
        return input("coroner-primary-care", subject, Map.of());
    }

    /** The Home Office's, countersigned. */
    static Map<String, Object> convicted(Map<String, Object> subject, String offence, int sentenceMonths) {
        var input = new HashMap<>(input(
                "immigration-tracing",
                subject,
                Map.of(
                        "type",
                        "SERIOUS_CRIMINALITY",
                        "offence",
                        offence,
                        "stage",
                        "CONVICTED",
                        "sentenceMonths",
                        sentenceMonths)));
        input.put("countersignature", Map.of("officer", "C. Officer", "rank", "inspector", "signedOn", "2020-01-06"));
        return Map.copyOf(input);
    }

    static Map<String, Object> numbered(String nhsNumber) {
        return Map.of("nhsNumber", nhsNumber);
    }

    static Map<String, Object> named(String family, String given, String birthDate) {
        return Map.of("familyName", family, "givenName", given, "birthDate", birthDate);
    }

    /** The same with one more argument. */
    static Map<String, Object> and(Map<String, Object> subject, String argument, String value) {
        var more = new HashMap<>(subject);
        more.put(argument, value);
        return Map.copyOf(more);
    }

    private static Map<String, Object> ground(String type, String name, String value) {
        return Map.of("type", type, name, value);
    }

    private static Map<String, Object> input(String purpose, Map<String, Object> subject, Map<String, Object> ground) {
        var input = new HashMap<String, Object>();
        input.put("purpose", purpose);
        input.put("caseReference", "case 1");
        input.put("subject", subject);
        input.put("sourcesExhausted", true);
        input.put("justification", "The case is heard next week, and nobody else knows where to look.");
        if (!ground.isEmpty()) {
            input.put("ground", ground);
        }
        return Map.copyOf(input);
    }
}
