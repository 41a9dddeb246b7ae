package org.narrowgate.api;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.arrestWarrant;
import static org.narrowgate.api.Door.courtOrder;
import static org.narrowgate.api.Door.named;
import static org.narrowgate.api.Door.numbered;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;

/** An approved request is no subscription to somebody's address. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class ReadingAgainTest {
    private static final String DANIEL = "9000000149";

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @AfterEach
    void protectNoLonger() {
        behind.protect(DANIEL, "U");
    }

    @Test
    void isANewDisclosureOfTheSamePerson() {
        // Given
        var asked = Door.node(Door.trace("court-service", courtOrder(numbered(DANIEL))));
        var entries = behind.entries();
        // When
        var read = Door.node(Door.read(Door.as("court-service"), idOf(asked)));
        // Then
        assertThat(Door.masked(read.toString())).isEqualTo(Door.masked(asked.toString()));
        assertThat(read.at("/outcome/person/address/postcode").asText()).isEqualTo("CR2 9XA");
        assertThat(behind.entries()).isEqualTo(entries + 1);
        assertThat(read.at("/outcome/receipt/entry").asLong()).isEqualTo(entries);
        assertThat(behind.circumstances(entries).get("kind").asText()).isEqualTo("reading");
    }

    @Test
    void isRefusedOnceItWasReadAsOftenAsThePolicySays() {
        // Given
        var id = idOf(Door.node(
                Door.trace("national-crime-agency", arrestWarrant(named("Addo-Ferris", "Daniel", "1990-09-12")))));
        var token = Tokens.of("national-crime-agency");
        // When
        var outcomes = IntStream.range(0, 5)
                .mapToObj(_ -> Door.node(Door.read(Door.with(token), id)).get("outcome"))
                .toList();
        // Then
        assertThat(outcomes)
                .extracting(outcome -> outcome.get("__typename").asText())
                .containsExactly("Traced", "Traced", "Traced", "Refused", "Refused");
        assertThat(outcomes.get(3).get("reason").asText()).isEqualTo("LIMIT_REACHED");
        assertThat(outcomes.get(4).get("reason").asText()).isEqualTo("LIMIT_REACHED");
    }

    @Test
    void isNotReadMoreOftenByAskingAllAtOnce() {
        // Given
        var id = idOf(Door.node(
                Door.trace("national-crime-agency", arrestWarrant(named("Addo-Ferris", "Daniel", "1990-09-12")))));
        var token = Tokens.of("national-crime-agency");
        // When
        List<String> outcomes;
        try (var callers = Executors.newFixedThreadPool(4)) {
            outcomes =
                    IntStream.range(0, 4)
                            .mapToObj(_ -> supplyAsync(() -> Door.read(Door.with(token), id), callers))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .map(answer ->
                                    Door.node(answer).at("/outcome/__typename").asText())
                            .toList();
        }
        // Then
        assertThat(outcomes).containsExactlyInAnyOrder("Traced", "Traced", "Traced", "Refused");
    }

    @Test
    void isRefusedToATokenWithoutThePurpose() {
        // Given
        var id = idOf(Door.node(
                Door.trace("national-crime-agency", arrestWarrant(named("Addo-Ferris", "Daniel", "1990-09-12")))));
        var entries = behind.entries();
        // When
        var outcome = Door.node(Door.read(
                        Door.with(Tokens.of("national-crime-agency", "purpose:serious-crime-investigation")), id))
                .get("outcome");
        // Then
        assertThat(outcome.get("__typename").asText()).isEqualTo("Refused");
        assertThat(outcome.get("reason").asText()).isEqualTo("PURPOSE_NOT_GRANTED");
        assertThat(behind.circumstances(entries).get("outcome").asText()).isEqualTo("refused");
    }

    @Test
    void doesNotFindWhoHasBecomeVeryRestricted() {
        // Given
        var id = idOf(Door.node(Door.trace("court-service", courtOrder(numbered(DANIEL)))));
        behind.protect(DANIEL, "V");
        // When
        var outcome = Door.node(Door.read(Door.as("court-service"), id)).get("outcome");
        // Then
        assertThat(outcome.get("__typename").asText()).isEqualTo("NotTraced");
        assertThat(outcome.size()).isEqualTo(2);
    }

    @Test
    void doesNotTellTheAddressOfWhoHasBecomeRestricted() {
        // Given
        var id = idOf(Door.node(Door.trace("court-service", courtOrder(numbered(DANIEL)))));
        behind.protect(DANIEL, "R");
        // When
        var outcome = Door.node(Door.read(Door.as("court-service"), id)).get("outcome");
        // Then
        assertThat(outcome.get("person").toString()).isEqualTo("""
                {"nhsNumber":null,"name":{"family":"Addo-Ferris","given":["Daniel","Kwame"]},"previousFamilyNames":[],\
                "birthDate":"1990-09-12","gender":"MALE","deceased":false,"address":null,"generalPractice":null}""");
        assertThat(outcome.get("withheld").toString())
                .contains("{\"field\":\"address.postcode\",\"treatment\":\"WITHHELD\",\"reason\":\"NOT_AVAILABLE\"}");
    }

    @Test
    void tellsNothingMoreOfARequestSearchedByPostcodeOnceThePersonIsRestricted() {
        // Given
        var subject = Door.and(named("Addo-Ferris", "Daniel", "1990-09-12"), "postcode", "CR2 9XA");
        var id = idOf(Door.node(Door.trace("national-crime-agency", arrestWarrant(subject))));
        behind.protect(DANIEL, "R");
        // When
        var outcome = Door.node(Door.read(Door.as("national-crime-agency"), id)).get("outcome");
        // Then
        assertThat(outcome.get("__typename").asText()).isEqualTo("NotTraced");
    }

    @Test
    void isNoDisclosureWhereNothingOfThePersonIsSelected() {
        // Given
        var id = idOf(Door.node(Door.trace("court-service", courtOrder(numbered(DANIEL)))));
        var entries = behind.entries();
        // When
        var answer = Door.answer(
                Door.as("court-service"),
                "query($id: ID!) { tracingRequest(id: $id) { state outcome { __typename } } }",
                Map.of("id", id));
        // Then
        assertThat(answer)
                .isEqualTo(
                        "{\"data\":{\"tracingRequest\":{\"state\":\"TRACED\",\"outcome\":{\"__typename\":\"Traced\"}}}}");
        assertThat(behind.entries()).isEqualTo(entries);
    }

    private static String idOf(JsonNode request) {
        return request.get("id").asText();
    }
}
