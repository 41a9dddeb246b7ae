package org.narrowgate.api;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.narrowgate.dev.Tokens;

/** An agency's application at the door. */
final class Door {
    private Door() {}

    /** With every scope the client has. */
    static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType("application/json");
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
