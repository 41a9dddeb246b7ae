package org.narrowgate.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.SyntheticRegistry;
import org.narrowgate.dev.Tokens;
import org.narrowgate.registry.PopulationService;

/** No record, no disclosure. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(UnwritableLedger.Profile.class)
class UnwritableLedgerTest {
    private static final String PERSON = "outcome { __typename ... on Traced { person { name { family } birthDate"
            + " address { postcode } } receipt { entry } } ... on NotTraced { receipt { entry } } }";

    @Inject
    UnwritableLedger ledger;

    @Inject
    PopulationService population;

    @BeforeEach
    void fillRegistry() {
        SyntheticRegistry.fillWhereEmpty(population);
    }

    @AfterEach
    void mend() {
        ledger.mend();
    }

    @Test
    void releasesNothingOnARequestItCannotWriteDown() {
        // Given
        assertThat(requestTrace().asString()).contains("\"LS7\"");
        ledger.breakNow();
        // When
        var answer = requestTrace();
        // Then
        assertThatNothingLeft(answer);
    }

    @Test
    void releasesNothingOnAReadingItCannotWriteDown() {
        // Given
        var id = requestTrace().<String>path("data.requestTrace.id");
        assertThat(read(id).asString()).contains("\"LS7\"");
        ledger.breakNow();
        // When
        var answer = read(id);
        // Then
        assertThatNothingLeft(answer);
    }

    private static void assertThatNothingLeft(Response answer) {
        assertThat(answer.<String>path("errors[0].extensions.code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.asString()).doesNotContain("LS7", "1984", "H.", "Traced", "receipt");
    }

    private static Response requestTrace() {
        return post(
                "mutation($input: TraceInput!) { requestTrace(input: $input) { id state " + PERSON + " } }",
                Map.of(
                        "input",
                        Map.of(
                                "purpose",
                                "counter-fraud",
                                "caseReference",
                                "case 1",
                                "subject",
                                Map.of("nhsNumber", "9000000009"),
                                "sourcesExhausted",
                                true,
                                "justification",
                                "every other source of information was tried")));
    }

    private static Response read(String id) {
        return post("query($id: ID!) { tracingRequest(id: $id) { id state " + PERSON + " } }", Map.of("id", id));
    }

    private static Response post(String operation, Map<String, ?> variables) {
        return given().auth()
                .oauth2(Tokens.of("counter-fraud"))
                .contentType("application/json")
                .body(Map.of("query", operation, "variables", variables))
                .post("/graphql");
    }
}
