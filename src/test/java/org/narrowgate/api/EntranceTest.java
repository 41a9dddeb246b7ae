package org.narrowgate.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import graphql.introspection.IntrospectionQuery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.PurposeId;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(FakeCasework.class)
class EntranceTest {
    private static final String TRACE = "mutation($input: TraceInput!) { requestTrace(input: $input) { id } }";

    @Inject
    FakeTracingRequests casework;

    @BeforeEach
    void forget() {
        casework.reset();
    }

    @Test
    void asksForATokenWhereNoneIsSent() {
        given().contentType("application/json")
                .body(Map.of("query", "{ entitlements { purpose } }"))
                .post("/graphql")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body(emptyString());
    }

    @Test
    void asksForATokenWhereAForgedOneIsSent() {
        given().auth()
                .oauth2(forgedToken())
                .contentType("application/json")
                .body(Map.of("query", "{ entitlements { purpose } }"))
                .post("/graphql")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void believesATokenThatWasVerifiedOnlyAsItWas() {
        // Given
        var token = Tokens.of("counter-fraud");
        var signature = token.substring(token.lastIndexOf('.') + 1);
        var forged = token.replace(signature, new StringBuilder(signature).reverse());
        // When
        var statuses = Stream.of(token, forged, token, forged)
                .map(sent -> given().auth()
                        .oauth2(sent)
                        .contentType("application/json")
                        .body(Map.of("query", "{ entitlements { purpose } }"))
                        .post("/graphql")
                        .statusCode())
                .toList();
        // Then
        assertThat(statuses).containsExactly(200, 401, 200, 401);
    }

    @Test
    void turnsAwayAClientOfNoAgency() {
        Door.as("coroner")
                .body(Map.of("query", "{ entitlements { purpose } }"))
                .post("/graphql")
                .then()
                .statusCode(403)
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo("CALLER_NOT_AN_AGENCY"))
                .body("data", nullValue());
    }

    @Test
    void passesOnWhoAsksWithThePurposesOfItsScopes() {
        // When
        given().auth()
                .oauth2(Tokens.of("national-crime-agency", "purpose:arrest-warrant"))
                .contentType("application/json")
                .body(Map.of("query", TRACE, "variables", Map.of("input", Door.input())))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.requestTrace.id", equalTo(FakeTracingRequests.KNOWN.toString()));
        // Then
        assertThat(casework.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.asker())
                        .isEqualTo(new Asker(
                                new AgencyId("national-crime-agency"),
                                Optional.of("national-crime-agency"),
                                Set.of(new PurposeId("arrest-warrant")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})
    void acceptsPostOnly(String method) {
        Door.as("home-office")
                .queryParam("query", "{ entitlements { purpose } }")
                .request(method, "/graphql")
                .then()
                .statusCode(405)
                .header("Allow", "POST");
    }

    @Test
    void saysWhyItDoesNotAcceptGet() {
        Door.as("home-office")
                .get("/graphql")
                .then()
                .statusCode(405)
                .body("errors[0].extensions.code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/graphql", "text/plain", "multipart/form-data", "application/jsonp"})
    void acceptsJsonOnly(String type) {
        given().auth()
                .oauth2(Tokens.of("home-office"))
                .header("Content-Type", type)
                .body("{ entitlements { purpose } }".getBytes(UTF_8))
                .post("/graphql")
                .then()
                .statusCode(415)
                .body("errors[0].extensions.code", equalTo("MEDIA_TYPE_NOT_SUPPORTED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "[{\"query\": \"{ entitlements { purpose } }\"}]",
                "\"{ entitlements { purpose } }\"",
                "null",
                "{}",
                "{\"query\": null}",
                "{\"query\": 9000000009}",
                "{\"query\": \"{ entitlements { purpose } }\", \"variables\": \"9000000009\"}",
                "{\"query\": \"{ entitlements { purpose } }\", \"variables\": [9000000009]}",
                "{\"query\": \"{ entitlements { purpose } }\", \"operationName\": 9000000009}",
                "{\"query\": \"{ entitlements { purpose } }\", 9000000009}"
            })
    void turnsAwayABodyThatIsNoOperation(String body) {
        // When
        var answer = Door.as("home-office").body(body).post("/graphql").then().statusCode(400);
        // Then
        answer.body("errors.size()", equalTo(1)).body("errors[0].extensions.code", equalTo("REQUEST_MALFORMED"));
        assertThat(answer.extract().asString()).doesNotContain("9000000009");
    }

    @Test
    void turnsAwayABodyThatIsTooLarge() {
        Door.as("home-office")
                .body("{\"query\": \"{ entitlements { purpose } }\", \"padding\": \"" + "x".repeat(50_000) + "\"}")
                .post("/graphql")
                .then()
                .statusCode(413)
                .body("errors[0].extensions.code", equalTo("OPERATION_TOO_LARGE"));
    }

    @Test
    void acceptsNullVariablesAndNullOperationName() {
        Door.as("home-office")
                .body("{\"query\": \"{ __typename }\", \"variables\": null, \"operationName\": null}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body(equalTo("{\"data\":{\"__typename\":\"Query\"}}"));
    }

    @Test
    void passesTheRequestIdOnAndMirrorsIt() {
        // Given
        var id = UUID.randomUUID();
        // When
        Door.as("home-office")
                .header("X-Request-ID", id)
                .header("X-Correlation-ID", "case-1:step.2")
                .body(Map.of("query", TRACE, "variables", Map.of("input", Door.input())))
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("X-Request-ID", id.toString())
                .header("X-Correlation-ID", "case-1:step.2")
                .header("Cache-Control", "no-store");
        // Then
        assertThat(casework.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.key()).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-1-1-1-1", "9000000009", "{1b671a64-40d5-491e-99b0-da01ff1f3341}"})
    void turnsAwayARequestIdThatIsNoUuid(String id) {
        Door.as("home-office")
                .header("X-Request-ID", id)
                .body(Map.of("query", "{ entitlements { purpose } }"))
                .post("/graphql")
                .then()
                .statusCode(400)
                .header("X-Request-ID", nullValue())
                .body("errors[0].extensions.code", equalTo("REQUEST_ID_INVALID"))
                .body("errors[0].extensions.field", equalTo("X-Request-ID"));
    }

    @Test
    void turnsAwayTwoRequestIds() {
        Door.as("home-office")
                .header("X-Request-ID", UUID.randomUUID(), UUID.randomUUID())
                .body(Map.of("query", "{ entitlements { purpose } }"))
                .post("/graphql")
                .then()
                .statusCode(400)
                .header("X-Request-ID", nullValue())
                .body("errors[0].extensions.code", equalTo("REQUEST_ID_INVALID"));
    }

    @Test
    void doesNotMirrorACorrelationIdThatIsNotWellFormed() {
        Door.as("home-office")
                .header("X-Correlation-ID", "a b<script>")
                .body(Map.of("query", "{ entitlements { purpose } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("X-Correlation-ID", nullValue());
    }

    @Test
    void answersInTheMediaTypeOfGraphqlOverHttpWhereAsked() {
        Door.as("home-office")
                .accept("application/graphql-response+json")
                .body(Map.of("query", "{ __typename }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .contentType("application/graphql-response+json");
    }

    @Test
    void letsDevelopersIntrospect() {
        Door.send(IntrospectionQuery.INTROSPECTION_QUERY)
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.__schema.mutationType.name", equalTo("Mutation"));
    }

    private static String forgedToken() {
        try {
            var nobodysKey =
                    KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
            return Jwt.claims()
                    .claim("azp", "home-office")
                    .audience("narrowgate")
                    .sign(nobodysKey);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
