package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.dev.DevelopmentServicesForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(FakeCasework.class)
class OperationLimitsTest {
    private static final Map<String, Object> INPUT = Map.of("input", Door.input());
    private static final String ID = FakeTracingRequests.KNOWN.toString();

    @Inject
    FakeTracingRequests casework;

    @BeforeEach
    void forget() {
        casework.reset();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("severalDisclosures")
    void refusesMoreThanOneDisclosureBeforeAnythingRuns(
            String writtenWith, String query, Map<String, Object> variables) {
        // When
        Door.send(query, variables)
                .statusCode(200)
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo("ONE_DISCLOSURE_PER_OPERATION"))
                .body("data", nullValue());
        // Then
        assertThat(casework.asked()).isEmpty();
    }

    static Stream<Arguments> severalDisclosures() {
        var traced = "outcome { ... on Traced { person { birthDate } } }";
        return Stream.of(
                Arguments.of(
                        "two mutations under aliases",
                        "mutation($input: TraceInput!) { a: requestTrace(input: $input) { id } b: requestTrace(input: $input) { id } }",
                        INPUT),
                Arguments.of(
                        "the same mutation twice",
                        "mutation($input: TraceInput!) { requestTrace(input: $input) { id } requestTrace(input: $input) { state } }",
                        INPUT),
                Arguments.of(
                        "two mutations in fragments of the root",
                        "mutation($input: TraceInput!) { ...A ... on Mutation { b: requestTrace(input: $input) { id } } }"
                                + " fragment A on Mutation { a: requestTrace(input: $input) { id } }",
                        INPUT),
                Arguments.of(
                        "two queries under aliases",
                        "{ a: tracingRequest(id: \"1\") { %s } b: tracingRequest(id: \"2\") { %s } }"
                                .formatted(traced, traced),
                        Map.of()),
                Arguments.of(
                        "two inline fragments in one outcome",
                        "mutation($input: TraceInput!) { requestTrace(input: $input) { outcome { ... on Traced { destroyBy }"
                                + " ... on Traced { person { gender } } } } }",
                        INPUT),
                Arguments.of(
                        "an inline fragment within another",
                        "mutation($input: TraceInput!) { requestTrace(input: $input) { outcome { ... on Traced { ... on Traced"
                                + " { destroyBy } } } } }",
                        INPUT),
                Arguments.of(
                        "one fragment spread twice",
                        "{ a: tracingRequest(id: \"1\") { ...F } b: tracingRequest(id: \"2\") { ...F } }"
                                + " fragment F on TracingRequest { outcome { ...T } } fragment T on Traced { destroyBy }",
                        Map.of()),
                Arguments.of(
                        "a fragment within a fragment",
                        "{ tracingRequest(id: \"1\") { outcome { ...O ... on Traced { destroyBy } } } }"
                                + " fragment O on Outcome { ...P } fragment P on Outcome { ... on Traced { person { gender } } }",
                        Map.of()),
                Arguments.of(
                        "directives that leave both in",
                        "query($yes: Boolean!, $no: Boolean!) { tracingRequest(id: \"1\") { outcome { ... on Traced @include(if: $yes)"
                                + " { destroyBy } ... on Traced @skip(if: $no) { person { gender } } } } }",
                        Map.of("yes", true, "no", false)),
                Arguments.of("a list", "{ tracingRequests { nodes { %s } } }".formatted(traced), Map.of()),
                Arguments.of(
                        "a list within a fragment, under an alias",
                        "{ ...Q } fragment Q on Query { a: tracingRequests { nodes { ...N } } }"
                                + " fragment N on TracingRequest { outcome { ...T } } fragment T on Traced { destroyBy }",
                        Map.of()));
    }

    @Test
    void countsOnlyWhatDirectivesLeaveIn() {
        Door.send(
                        "query($full: Boolean!) { tracingRequest(id: \"" + ID + "\") { outcome {"
                                + " ... on Traced @include(if: $full) { person { birthDate gender } }"
                                + " ... on Traced @skip(if: $full) { destroyBy } } } }",
                        Map.of("full", false))
                .statusCode(200)
                .body(equalTo("{\"data\":{\"tracingRequest\":{\"outcome\":{\"destroyBy\":\"2027-02-01\"}}}}"));
    }

    @Test
    void countsOnlyTheOperationThatIsExecuted() {
        Door.as("court-service")
                .body(Map.of(
                        "query",
                        "query One { tracingRequest(id: \"%s\") { outcome { ...T } } } query Other { tracingRequest(id: \"%s\") { outcome { ...T } } }"
                                        .formatted(ID, ID)
                                + " fragment T on Traced { destroyBy }",
                        "operationName",
                        "One"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body(equalTo("{\"data\":{\"tracingRequest\":{\"outcome\":{\"destroyBy\":\"2027-02-01\"}}}}"));
    }

    @Test
    void letsAListTellOutcomesWithoutPeople() {
        Door.send("{ tracingRequests { nodes { id outcome { __typename ... on Refused { reason } } } hasNextPage } }")
                .statusCode(200)
                .body(equalTo("{\"data\":{\"tracingRequests\":{\"nodes\":[{\"id\":\"" + ID
                        + "\",\"outcome\":null}],\"hasNextPage\":true}}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLarge")
    void refusesAnOperationBeyondALimit(String limit, String query) {
        Door.send(query)
                .statusCode(200)
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo("OPERATION_TOO_LARGE"))
                .body("data", nullValue());
    }

    static Stream<Arguments> tooLarge() {
        return Stream.of(
                Arguments.of("aliases", "{ " + times(21, "a%d: __typename ") + "}"),
                Arguments.of("tokens", "{ " + times(2_000, "__typename ") + "}"),
                Arguments.of("characters", "{ __typename } #" + "x".repeat(33_000)),
                Arguments.of(
                        "depth",
                        "{ __type(name: \"Query\") { " + "ofType { ".repeat(17) + "name" + " }".repeat(18) + " }"),
                Arguments.of(
                        "complexity",
                        "{ entitlements { " + times(70, "fields { field treatment generalisedTo } ") + "} }"),
                Arguments.of(
                        "fragments within fragments",
                        "{ ...F0 } "
                                + times(
                                        40,
                                        "fragment F%1$d on Query { ...G%1$d ...G%1$d } fragment G%1$d on Query { ...F%2$d } ")
                                + "fragment F40 on Query { __typename entitlements { purpose } }"));
    }

    private static String times(int count, String text) {
        return IntStream.range(0, count).mapToObj(n -> text.formatted(n, n + 1)).collect(Collectors.joining());
    }
}
