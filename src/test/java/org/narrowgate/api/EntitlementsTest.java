package org.narrowgate.api;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** The door before the policy that ships. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class EntitlementsTest {
    @Test
    void tellsAnAgencyWhatItMayAskAndWhatAnAnswerCanHold() {
        Door.as("counter-fraud")
                .body(Map.of(
                        "query",
                        "{ entitlements { purpose decision lawfulBasis grounds { type } searchArguments countersignatureRequired"
                                + " agreement { state } fields { field generalisedTo } } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body(equalTo("""
                        {"data":{"entitlements":[{"purpose":"counter-fraud","decision":"AUTOMATIC","lawfulBasis":"PUBLIC_TASK",\
                        "grounds":[],"searchArguments":["nhsNumber","birthDate"],"countersignatureRequired":false,\
                        "agreement":{"state":"ACTIVE"},"fields":[{"field":"nhsNumber","generalisedTo":null},\
                        {"field":"name.family","generalisedTo":"initials"},{"field":"name.given","generalisedTo":"initials"},\
                        {"field":"previousFamilyNames","generalisedTo":null},{"field":"birthDate","generalisedTo":"year"},\
                        {"field":"gender","generalisedTo":null},{"field":"deceased","generalisedTo":null},\
                        {"field":"address.lines","generalisedTo":null},{"field":"address.postcode","generalisedTo":"district"},\
                        {"field":"address.since","generalisedTo":null},{"field":"generalPractice.odsCode","generalisedTo":null},\
                        {"field":"generalPractice.name","generalisedTo":null},{"field":"generalPractice.areaCode","generalisedTo":null},\
                        {"field":"generalPractice.registeredOn","generalisedTo":null}]}]}}"""));
    }

    @Test
    void previewsThatAnOverstayerIsNotTraced() {
        // Given
        var input = Map.of(
                "purpose",
                "immigration-tracing",
                "caseReference",
                "case 1",
                "subject",
                Map.of("familyName", "Okafor", "givenName", "Ada", "birthDate", "1984-03-07"),
                "ground",
                Map.of(
                        "type", "SERIOUS_CRIMINALITY",
                        "offence", "overstaying",
                        "stage", "CONVICTED",
                        "sentenceMonths", 14),
                "sourcesExhausted",
                true,
                "justification",
                "Considered for deportation after a conviction.");
        // When
        var answer = Door.as("home-office")
                .body(Map.of(
                        "query",
                        "query($input: TraceInput!) { preview(input: $input) { decision reason fields { treatment } } }",
                        "variables",
                        Map.of("input", input)))
                .post("/graphql")
                .then();
        // Then
        answer.statusCode(200)
                .body("data.preview.decision", equalTo("WOULD_BE_REFUSED"))
                .body("data.preview.reason", equalTo("OFFENCE_EXCLUDED"))
                .body("data.preview.fields.treatment.unique()", equalTo(List.of("WITHHELD")));
    }

    @Test
    void turnsAwayACursorThatNoPageGave() {
        Door.send("{ tracingRequests(after: \"bm9uZQ==\") { endCursor } }")
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("CURSOR_INVALID"))
                .body("errors[0].extensions.field", equalTo("after"));
    }
}
