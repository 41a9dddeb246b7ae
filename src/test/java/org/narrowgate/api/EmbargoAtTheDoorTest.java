package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.missingPerson;
import static org.narrowgate.api.Door.numbered;
import static org.narrowgate.casework.review.Caseworkers.CARLA;
import static org.narrowgate.casework.review.Caseworkers.COLIN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.SecondDatabase;
import org.narrowgate.rights.embargo.EmbargoService;

/** What an agency asks for so that somebody is not warned, and what it hears of it. */
@QuarkusTest
@TestProfile(SecondDatabase.class)
@QuarkusTestResource(DevelopmentServicesForTests.class)
class EmbargoAtTheDoorTest {
    private static final String REASON = "Whoever hides the child must not be warned.";
    private static final String READ = "query($id: ID!) { tracingRequest(id: $id) { embargo { until state } } }";

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    EmbargoService embargoes;

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @Test
    void asksOnceAndHearsWhatBecameOfIt() {
        // Given
        var id = underReview();
        var until = today().plusMonths(3);
        // When
        var asked = ask(id, until.toString(), REASON);
        var again = ask(id, until.toString(), REASON);
        embargoes.propose(CARLA, Caseworkers.id(id), 1, until, until.minusDays(7), REASON);
        var proposed = read(id);
        embargoes.approve(COLIN, Caseworkers.id(id), 2, REASON);
        var approved = read(id);
        embargoes.end(CARLA, Caseworkers.id(id), 3, REASON);
        // Then
        assertThat(asked)
                .isEqualTo("{\"data\":{\"requestEmbargo\":{\"state\":\"UNDER_REVIEW\",\"outcome\":null,\"embargo\":"
                        + shown(until, "ASKED") + "}}}");
        assertThat(Door.json(again).at("/errors/0/message").asText())
                .isEqualTo("an embargo on this request is asked for already, and not decided yet");
        assertThat(Door.json(again).at("/errors/0/extensions/code").asText()).isEqualTo("MOVE_NOT_OFFERED");
        assertThat(proposed).isEqualTo(readAs(shown(until, "ASKED")));
        assertThat(approved).isEqualTo(readAs(shown(until, "IN_FORCE")));
        assertThat(read(id)).isEqualTo(readAs("{\"until\":null,\"state\":\"ENDED\"}"));
    }

    @Test
    void hearsNothingOfWhatStaffProposeOfThemselves() {
        // Given
        var id = underReview();
        // When
        embargoes.propose(CARLA, Caseworkers.id(id), 0, today(), today(), REASON);
        // Then
        assertThat(read(id)).isEqualTo(readAs("null"));
    }

    @Test
    void hearsOfARefusalAndMayAskAgain() {
        // Given
        var id = underReview();
        ask(id, today().toString(), REASON);
        // When
        embargoes.refuse(CARLA, Caseworkers.id(id), 1, "Nothing here needs to be kept from her.");
        var refused = read(id);
        ask(id, today().toString(), REASON);
        // Then
        assertThat(refused).isEqualTo(readAs("{\"until\":null,\"state\":\"REFUSED\"}"));
        assertThat(read(id)).isEqualTo(readAs(shown(today(), "ASKED")));
    }

    @Test
    void listsWhatBecameOfThemAllAtOnce() {
        // Given
        var without = underReview();
        var with = underReview();
        ask(with, today().toString(), REASON);
        // When
        var page = Door.answer(
                Door.as("police-north"), "{ tracingRequests(first: 2) { nodes { id embargo { state } } } }", Map.of());
        // Then
        assertThat(page)
                .isEqualTo("{\"data\":{\"tracingRequests\":{\"nodes\":[{\"id\":\"" + with
                        + "\",\"embargo\":{\"state\":\"ASKED\"}},{\"id\":\"" + without + "\",\"embargo\":null}]}}}");
    }

    @Test
    void isToldWhatIsWrongWithWhatItAsks() {
        // Given
        var id = underReview();
        // When
        var wrong = Door.json(ask(id, today().plusMonths(12).plusDays(1).toString(), "short"));
        var past = Door.json(ask(id, today().minusDays(1).toString(), REASON));
        // Then
        assertThat(wrong.at("/errors/0/extensions/faults").toString()).isEqualTo("""
                [{"code":"INPUT_INVALID","field":"until","message":"a date as `2030-05-09`, today or later, at most 12 \
                months ahead"},{"code":"INPUT_INVALID","field":"reason","message":"10 to 2,000 characters (line breaks \
                and tabs are no harm), none of them a control character"}]""");
        assertThat(past.at("/errors/0/extensions/field").asText()).isEqualTo("until");
        assertThat(read(id)).isEqualTo(readAs("null"));
    }

    @Test
    void holdsInTheLogWhatWasAskedAndNothingPersonal() {
        // Given
        var id = underReview();
        var entries = behind.entries();
        // When
        ask(id, today().toString(), REASON);
        // Then
        var circumstances = behind.circumstances(entries);
        assertThat(circumstances.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "agency", "at", "form", "kind", "policyHash", "policyVersion", "purpose", "request", "until");
        assertThat(circumstances.get("kind").asText()).isEqualTo("embargo-asked");
        assertThat(circumstances.get("request").asText()).isEqualTo(id);
        assertThat(circumstances.get("until").asText()).isEqualTo(today().toString());
    }

    private static String underReview() {
        return Door.node(Door.trace("police-north", missingPerson(numbered("9000000009"))))
                .get("id")
                .asText();
    }

    private static String ask(String id, String until, String reason) {
        return Door.answer(
                Door.as("police-north"),
                "mutation($id: ID!, $until: Date!, $reason: String!) { requestEmbargo(id: $id, until: $until, reason:"
                        + " $reason) { state outcome { __typename } embargo { until state } } }",
                Map.of("id", id, "until", until, "reason", reason));
    }

    private static String read(String id) {
        return Door.answer(Door.as("police-north"), READ, Map.of("id", id));
    }

    private static String shown(LocalDate until, String state) {
        return "{\"until\":\"" + until + "\",\"state\":\"" + state + "\"}";
    }

    private static String readAs(String embargo) {
        return "{\"data\":{\"tracingRequest\":{\"embargo\":" + embargo + "}}}";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }
}
