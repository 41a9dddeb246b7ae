package org.narrowgate.api;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** An agency's application at the door. */
final class Door {
    private Door() {}

    static RequestSpecification as(String client, String... purposes) {
        return given().auth().oauth2(TokensForTests.token(client, purposes)).contentType("application/json");
    }

    static ValidatableResponse send(String query) {
        return send(query, Map.of());
    }

    static ValidatableResponse send(String query, Map<String, Object> variables) {
        return as("court-service", "court-order")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then();
    }

    /** A complete request that breaks no rule. */
    static Map<String, Object> input() {
        return Map.of(
                "purpose",
                "court-order",
                "caseReference",
                "case 1",
                "subject",
                Map.of("nhsNumber", "9000000009"),
                "ground",
                Map.of("type", "COURT_ORDER", "orderReference", "order 1"),
                "sourcesExhausted",
                true,
                "justification",
                "The court has ordered it for the hearing of next week.");
    }
}
