package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** One request with one selection, written in every way GraphQL has: all but {@code address.since}. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class WaysOfSelectingTest {
    private static final String PLAIN = "person { nhsNumber name { family given } previousFamilyNames birthDate gender"
            + " deceased address { lines postcode } generalPractice { odsCode name areaCode registeredOn } }";

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void givesTheSameValuesAndWithholdsTheSameLeaves(String way, String outcome, String fragments) {
        // When
        var answer = Door.answer(
                Door.as("national-crime-agency"),
                "mutation($input: TraceInput!, $yes: Boolean = true, $no: Boolean = false) { requestTrace(input: $input)"
                        + " { id @include(if: $yes) state @skip(if: $no) " + outcome + " } }" + fragments,
                Map.of("input", Door.arrestWarrant(Door.named("Hartfield", "Eleanor", "1984-03-07"))));
        // Then
        assertThat(Door.masked(answer.replace("\"x_", "\""))).isEqualTo("""
                {"data":{"requestTrace":{"id":"-","state":"TRACED","outcome":{\
                "person":{"nhsNumber":null,"name":{"family":"Hartfield","given":["Eleanor","Ruth"]},\
                "previousFamilyNames":null,"birthDate":"1984-03-07","gender":"FEMALE","deceased":null,\
                "address":{"lines":["14 Cavendish Grove","Leeds"],"postcode":"LS7 4RH"},"generalPractice":null},\
                "withheld":[\
                {"field":"nhsNumber","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"},\
                {"field":"previousFamilyNames","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"},\
                {"field":"deceased","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"},\
                {"field":"generalPractice.odsCode","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"},\
                {"field":"generalPractice.name","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"},\
                {"field":"generalPractice.areaCode","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"},\
                {"field":"generalPractice.registeredOn","treatment":"WITHHELD","reason":"NOT_NEEDED_FOR_PURPOSE"}\
                ]}}}}""");
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("plainly", onTraced(PLAIN), ""),
                Arguments.of(
                        "with aliases, some of them the names of other fields",
                        "x_outcome: outcome { ... on Traced { x_person: person { x_nhsNumber: nhsNumber x_name: name {"
                                + " x_family: family x_given: given } x_previousFamilyNames: previousFamilyNames"
                                + " x_birthDate: birthDate x_gender: gender x_deceased: deceased x_address: address {"
                                + " x_lines: lines x_postcode: postcode } x_generalPractice: generalPractice {"
                                + " x_odsCode: odsCode x_name: name x_areaCode: areaCode x_registeredOn: registeredOn } }"
                                + " x_withheld: withheld { field treatment reason } } }",
                        ""),
                Arguments.of(
                        "with named fragments within named fragments",
                        "outcome { ...O }",
                        " fragment O on Outcome { ...T } fragment T on Traced { person { ...P } withheld { ...W } }"
                                + " fragment P on Person { nhsNumber name { ...N } previousFamilyNames birthDate gender"
                                + " deceased address { ...A } generalPractice { ...G } }"
                                + " fragment N on Name { family given } fragment A on Address { lines postcode }"
                                + " fragment G on GeneralPractice { odsCode name areaCode registeredOn }"
                                + " fragment W on WithheldField { field treatment reason }"),
                Arguments.of(
                        "with inline fragments",
                        "... on TracingRequest { outcome { ... on Outcome { ... on Traced { ... { person { ... on Person {"
                                + " nhsNumber ... { name { ... on Name { family } ... { given } } } previousFamilyNames"
                                + " birthDate gender deceased } ... { address { ... on Address { lines postcode } }"
                                + " generalPractice { ... { odsCode name areaCode registeredOn } } } }"
                                + " withheld { field treatment reason } } } } } }",
                        ""),
                Arguments.of(
                        "in pieces that are merged",
                        onTraced("person { nhsNumber name { family } previousFamilyNames birthDate gender deceased"
                                + " address { lines } generalPractice { odsCode } } person { name { given family }"
                                + " address { postcode } generalPractice { name areaCode registeredOn } }"),
                        ""),
                Arguments.of(
                        "with everything included or not skipped",
                        onTraced("person @include(if: $yes) { nhsNumber @skip(if: $no) name @include(if: true) { family"
                                + " @skip(if: false) given @include(if: $yes) @skip(if: $no) } previousFamilyNames"
                                + " birthDate gender ... @include(if: $yes) { deceased address { lines postcode } }"
                                + " ...G @skip(if: $no) }"),
                        " fragment G on Person { generalPractice { odsCode name areaCode registeredOn } }"),
                Arguments.of(
                        "beside what is skipped or not included",
                        onTraced(
                                "person { nhsNumber name { family given } previousFamilyNames birthDate gender deceased"
                                        + " address { lines postcode since @include(if: $no) ... @skip(if: $yes) { since } }"
                                        + " generalPractice { odsCode name areaCode registeredOn } ...S @include(if: $no) }"),
                        " fragment S on Person { address { since } }"));
    }

    private static String onTraced(String person) {
        return "outcome { ... on Traced { " + person + " withheld { field treatment reason } } }";
    }
}
