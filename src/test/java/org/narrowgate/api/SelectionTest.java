package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.narrowgate.policy.Field.ADDRESS_POSTCODE;
import static org.narrowgate.policy.Field.BIRTH_DATE;
import static org.narrowgate.policy.Field.GENDER;
import static org.narrowgate.policy.Field.NAME_FAMILY;
import static org.narrowgate.policy.Field.NAME_GIVEN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.Selection.NoPerson;
import org.narrowgate.casework.Selection.OfPerson;
import org.narrowgate.dev.DevelopmentServicesForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(FakeCasework.class)
class SelectionTest {
    @Inject
    FakeTracingRequests casework;

    @BeforeEach
    void forget() {
        casework.reset();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("selections")
    void tellsTheCaseworkWhatIsSelected(String written, Selection expected) {
        // When
        Door.send(
                        "mutation($input: TraceInput!, $no: Boolean = false) { t: requestTrace(input: $input) { "
                                + written,
                        Map.of("input", Door.input()))
                .statusCode(200)
                .body("errors", equalTo(null));
        // Then
        assertThat(casework.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.selection()).isEqualTo(expected));
    }

    static Stream<Arguments> selections() {
        return Stream.of(
                Arguments.of("id @skip(if: $no) } }", new NoPerson()),
                Arguments.of("outcome @skip(if: $no) { __typename ... on Refused { reason } } } }", new NoPerson()),
                Arguments.of(
                        "outcome { ... on Traced @include(if: $no) { person { gender } } __typename } } }",
                        new NoPerson()),
                Arguments.of(
                        "outcome @skip(if: $no) { ... on Traced { receipt { entry } } } } }", new OfPerson(Set.of())),
                Arguments.of(
                        "outcome @skip(if: $no) { ... on Traced { person { __typename } } } } }",
                        new OfPerson(Set.of())),
                Arguments.of(
                        "o: outcome { ... on Traced { p: person { b: birthDate g: gender @skip(if: $no) n: name { f: family } } } } } }",
                        new OfPerson(Set.of(BIRTH_DATE, GENDER, NAME_FAMILY))),
                Arguments.of(
                        "outcome { ...O } gender: state } } fragment O on Outcome { ...T }"
                                + " fragment T on Traced { person { ...P ... { gender @include(if: $no) } ... on Person { address { ...A } } } }"
                                + " fragment P on Person { name { given } } fragment A on Address { postcode }",
                        new OfPerson(Set.of(NAME_GIVEN, ADDRESS_POSTCODE))));
    }

    @Test
    void shapesTheAnswerAsTheContractHasIt() {
        Door.send(
                        "mutation($input: TraceInput!) { requestTrace(input: $input) { id purpose caseReference state receivedAt dueBy decidedAt"
                                + " policyVersion question outcome { __typename ... on Traced { person { nhsNumber name { family given } birthDate"
                                + " gender deceased address { lines postcode since } generalPractice { odsCode } }"
                                + " withheld { field treatment reason } receipt { entry leafHash at policyVersion policyHash }"
                                + " readableUntil destroyBy } } } }",
                        Map.of("input", Door.input()))
                .statusCode(200)
                .body(equalTo("""
                        {"data":{"requestTrace":{"id":"1b671a64-40d5-491e-99b0-da01ff1f3341","purpose":"court-order",\
                        "caseReference":"case 1","state":"TRACED","receivedAt":"2026-11-02T09:59:59Z","dueBy":"2026-11-30",\
                        "decidedAt":"2026-11-02T10:00:00Z","policyVersion":3,"question":null,"outcome":{"__typename":"Traced",\
                        "person":{"nhsNumber":null,"name":{"family":"Okafor","given":["Ada"]},"birthDate":"1984","gender":"FEMALE",\
                        "deceased":false,"address":{"lines":null,"postcode":"LS1","since":"2020-02-29"},"generalPractice":null},\
                        "withheld":[{"field":"nhsNumber","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"}],\
                        "receipt":{"entry":"7","leafHash":"bGVhZg==","at":"2026-11-02T10:00:00Z","policyVersion":3,"policyHash":"00ff"},\
                        "readableUntil":"2026-12-02T10:00:00Z","destroyBy":"2027-02-01"}}}}"""));
    }
}
