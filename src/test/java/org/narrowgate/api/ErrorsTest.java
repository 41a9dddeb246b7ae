package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.casework.CaseworkException;
import org.narrowgate.casework.CaseworkException.Fault;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.ledger.LedgerUnavailableException;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(FakeCasework.class)
class ErrorsTest {
    private static final String SECRET = "Zebedee";
    private static final String TRACE = "mutation($input: TraceInput!) { requestTrace(input: $input) { id } }";

    @Inject
    FakeTracingRequests casework;

    @BeforeEach
    void forget() {
        casework.reset();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("brokenOperations")
    void namesWhatIsWrongWithAnOperationAndQuotesNothingOfIt(String code, String query, Map<String, Object> variables) {
        // When
        var answer = Door.send(query, variables).statusCode(200);
        // Then
        answer.body("errors[0].extensions.code", equalTo(code)).body("data", nullValue());
        assertThat(answer.extract().asString())
                .doesNotContain(SECRET)
                .doesNotContainPattern("graphql\\.|org\\.narrowgate|java\\.|Exception|Value\\{");
    }

    static Stream<Arguments> brokenOperations() {
        return Stream.of(
                operation("OPERATION_INVALID", "{ entitlements { purpose } \"Zebedee"),
                operation("OPERATION_INVALID", "Zebedee"),
                operation("OPERATION_INVALID", "# Zebedee"),
                operation("OPERATION_INVALID", ""),
                operation("OPERATION_INVALID", "{ Zebedee }"),
                operation("OPERATION_INVALID", "{ entitlements { Zebedee } }"),
                operation("OPERATION_INVALID", "{ entitlements }"),
                operation("OPERATION_INVALID", "{ entitlements(familyName: \"Zebedee\") { purpose } }"),
                operation("OPERATION_INVALID", "query($Zebedee: String) { __typename }"),
                operation("OPERATION_INVALID", "{ __typename @Zebedee }"),
                operation("OPERATION_INVALID", "{ ...Zebedee }"),
                operation("OPERATION_INVALID", "subscription { Zebedee }"),
                operation("OPERATION_INVALID", "query A { __typename } query B { __typename }"),
                operation("OPERATION_INVALID", "type Zebedee { a: Int }"),
                operation("INPUT_MISSING", "{ tracingRequest { id } }"),
                operation("INPUT_MISSING", "{ tracingRequest(id: null) { id } }"),
                operation("INPUT_INVALID", "{ tracingRequests(state: Zebedee) { endCursor } }"),
                operation("INPUT_INVALID", "{ tracingRequests(first: \"Zebedee\") { endCursor } }"),
                operation("INPUT_INVALID", "{ tracingRequests(changedSince: {a: \"Zebedee\"}) { endCursor } }"),
                variables("INPUT_INVALID", Map.of("input", SECRET)),
                variables("INPUT_INVALID", Map.of("input", List.of(SECRET, SECRET))),
                variables("INPUT_INVALID", Map.of("input", with("surname", SECRET))),
                variables("INPUT_INVALID", Map.of("input", with("sourcesExhausted", SECRET))),
                variables("INPUT_INVALID", Map.of("input", with("subject", Map.of("gender", SECRET)))),
                variables("INPUT_INVALID", Map.of("input", with("subject", Map.of("birthDate", List.of(SECRET))))),
                variables("INPUT_INVALID", Map.of("input", with("subject", Map.of("birthDate", SECRET)))),
                variables("INPUT_INVALID", Map.of("input", with("caseReference", Map.of("a", SECRET)))),
                variables("INPUT_MISSING", Map.of()));
    }

    @Test
    void namesTheFieldOfAVariableThatIsNotOfItsKind() {
        Door.send(TRACE, Map.of("input", with("subject", Map.of("gender", SECRET))))
                .body("errors[0].extensions.field", equalTo("input.subject.gender"));
    }

    @Test
    void namesTheFieldOfAVariableThatIsMissing() {
        // Given
        var input = new HashMap<>(Door.input());
        input.remove("justification");
        // When and then
        Door.send(TRACE, Map.of("input", input))
                .body("errors[0].extensions.code", equalTo("INPUT_MISSING"))
                .body("errors[0].extensions.field", equalTo("input.justification"));
    }

    @Test
    void tellsAllFaultsOfAnInputAtOnceTheFirstOnTop() {
        // Given
        var input = with("caseReference", " ");
        input.put("subject", Map.of("nhsNumber", "9000000000"));
        // When and then
        Door.send(TRACE, Map.of("input", input))
                .statusCode(200)
                .body("data", nullValue())
                .body("errors.size()", equalTo(1))
                .body("errors[0].path", equalTo(List.of("requestTrace")))
                .body(
                        "errors[0].extensions",
                        equalTo(Map.of(
                                "code", "INPUT_INVALID",
                                "field", "input.caseReference",
                                "faults",
                                        List.of(
                                                Map.of(
                                                        "code", "INPUT_INVALID",
                                                        "field", "input.caseReference",
                                                        "message",
                                                                "1 to 64 characters, none of them a control character"),
                                                Map.of(
                                                        "code", "NHS_NUMBER_INVALID",
                                                        "field", "input.subject.nhsNumber",
                                                        "message", "ten digits, the last a modulus 11 check")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void answersAFailureWithItsCodeAndNothingOfTheInside(String code, RuntimeException failure) {
        // Given
        casework.failWith(failure);
        // When
        var answer = Door.send(TRACE, Map.of("input", Door.input())).statusCode(200);
        // Then
        answer.body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo(code))
                .body("data", nullValue());
        assertThat(answer.extract().asString()).doesNotContain(SECRET).doesNotContain("Exception");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("REQUEST_UNKNOWN", new CaseworkException(Fault.REQUEST_UNKNOWN, "unknown")),
                Arguments.of("MOVE_NOT_OFFERED", new CaseworkException(Fault.MOVE_NOT_OFFERED, "not offered")),
                Arguments.of("REQUEST_ID_REUSED", new CaseworkException(Fault.REQUEST_ID_REUSED, "reused")),
                Arguments.of("CURSOR_INVALID", new CaseworkException(Fault.CURSOR_INVALID, "no cursor")),
                Arguments.of("SERVICE_UNAVAILABLE", new CaseworkException(Fault.POLICY_CHANGING, "changing")),
                Arguments.of("SERVICE_UNAVAILABLE", new LedgerUnavailableException("no answer in time")),
                Arguments.of(
                        "SERVICE_UNAVAILABLE", new IllegalStateException(SECRET, new SQLException(SECRET, "08006"))),
                Arguments.of("SERVICE_UNAVAILABLE", new IllegalStateException(new SQLException(SECRET))),
                Arguments.of("INTERNAL_ERROR", new IllegalStateException(new SQLException(SECRET, "23505"))),
                Arguments.of("INTERNAL_ERROR", new IllegalStateException(SECRET)));
    }

    @Test
    void answersAMalformedIdLikeAnUnknownOne() {
        // When
        var malformed = Door.send("{ tracingRequest(id: \"1-1-1-1-1\") { id } }")
                .extract()
                .asString();
        var unknown = Door.send("{ tracingRequest(id: \"00000000-0000-4000-8000-000000000000\") { id } }")
                .extract()
                .asString();
        // Then
        assertThat(malformed).isEqualTo("{\"data\":{\"tracingRequest\":null}}").isEqualTo(unknown);
    }

    private static Arguments operation(String code, String query) {
        return Arguments.of(code, query, Map.of());
    }

    private static Arguments variables(String code, Map<String, Object> variables) {
        return Arguments.of(code, TRACE, variables);
    }

    private static Map<String, Object> with(String field, Object value) {
        var input = new HashMap<>(Door.input());
        input.put(field, value);
        return input;
    }
}
