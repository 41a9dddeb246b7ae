package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.courtOrder;
import static org.narrowgate.api.Door.missingPerson;
import static org.narrowgate.api.Door.numbered;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** What an agency does with a request of its own. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class MovesTest {
    private static final String WITHDRAW = "withdrawTracingRequest(id: $id, reason: \"Found in the meantime.\")";
    private static final String INFORM = "provideInformation(id: $id, information: \"Last seen on Monday.\")";
    private static final String MISMATCH = "reportMismatch(id: $id, reason: \"Another person altogether.\")";

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @Test
    void withdrawsARequestUnderReviewOnce() {
        // Given
        var id = underReview();
        // When
        var first = move("police-north", WITHDRAW, id);
        var second = move("police-north", WITHDRAW, id);
        // Then
        assertThat(first).isEqualTo(moved("withdrawTracingRequest", "WITHDRAWN"));
        assertThat(second)
                .isEqualTo(notOffered(
                        "withdrawTracingRequest",
                        "a request can be withdrawn while it is under review; this one is withdrawn"));
    }

    @Test
    void takesNoInformationWhereNothingWasAsked() {
        // Given
        var id = underReview();
        // When
        var answer = move("police-north", INFORM, id);
        // Then
        assertThat(answer)
                .isEqualTo(notOffered(
                        "provideInformation",
                        "a request can be given information while a question is open; this one is under-review"));
    }

    @Test
    void closesARequestWhoseDisclosureIsDestroyedOnce() {
        // Given
        var id = traced();
        var attest = attestedOn(today());
        // When
        var first = move("court-service", attest, id);
        var second = move("court-service", attest, id);
        var read = Door.node(Door.read(Door.as("court-service"), id));
        // Then
        assertThat(first).isEqualTo(moved("attestDestruction", "CLOSED"));
        assertThat(second)
                .isEqualTo(notOffered("attestDestruction", "nothing is left to be destroyed for this request"));
        assertThat(read.get("state").asText()).isEqualTo("CLOSED");
        assertThat(read.get("outcome").isNull()).isTrue();
    }

    @Test
    void takesNoDestructionInAYearThatNoDatabaseKeeps() {
        // Given
        var id = traced();
        // When
        var answer = Door.json(move("court-service", attestedOn(LocalDate.of(-9999, 1, 1)), id));
        // Then
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("INPUT_INVALID");
    }

    @Test
    void takesNoDestructionInTheFuture() {
        // Given
        var id = traced();
        // When
        var answer = Door.json(move("court-service", attestedOn(today().plusDays(2)), id));
        // Then
        assertThat(answer.at("/errors/0/extensions").toString()).isEqualTo("""
                {"code":"INPUT_INVALID","field":"destroyedOn","faults":[{"code":"INPUT_INVALID","field":"destroyedOn",\
                "message":"a date as `2018-05-09`, not in the future"}]}""");
        assertThat(Door.node(Door.read(Door.as("court-service"), id))
                        .get("state")
                        .asText())
                .isEqualTo("TRACED");
    }

    @Test
    void takesNoDestructionBeforeTheDisclosure() {
        // Given
        var id = traced();
        // When
        var answer = Door.json(move("court-service", attestedOn(today().minusDays(1)), id));
        // Then
        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("what was disclosed cannot have been destroyed before that day");
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("INPUT_INVALID");
        assertThat(answer.at("/errors/0/extensions/field").asText()).isEqualTo("destroyedOn");
    }

    @Test
    void takesNoDestructionOfWhatWasNeverDisclosed() {
        // Given
        var id = underReview();
        // When
        var answer = move("police-north", attestedOn(today()), id);
        // Then
        assertThat(answer)
                .isEqualTo(notOffered(
                        "attestDestruction",
                        "a request can be attested as destroyed once it is traced; this one is under-review"));
    }

    @Test
    void closesARequestThatTracedSomebodyElseAndStillTakesItsDestruction() {
        // Given
        var id = traced();
        // When
        var mismatch = move("court-service", MISMATCH, id);
        var entries = behind.entries();
        var read = Door.node(Door.read(Door.as("court-service"), id));
        var again = move("court-service", MISMATCH, id);
        var entriesAfter = behind.entries();
        var destruction = move("court-service", attestedOn(today()), id);
        // Then
        assertThat(mismatch).isEqualTo(moved("reportMismatch", "CLOSED"));
        assertThat(read.get("outcome").isNull()).isTrue();
        assertThat(again)
                .isEqualTo(notOffered(
                        "reportMismatch",
                        "a request can be reported as a mismatch once it is traced; this one is closed"));
        assertThat(entriesAfter).isEqualTo(entries);
        assertThat(destruction).isEqualTo(moved("attestDestruction", "CLOSED"));
    }

    private static String underReview() {
        return Door.node(Door.trace("police-north", missingPerson(numbered("9000000009"))))
                .get("id")
                .asText();
    }

    private static String traced() {
        return Door.node(Door.trace("court-service", courtOrder(numbered("9000000009"))))
                .get("id")
                .asText();
    }

    private static String attestedOn(LocalDate day) {
        return "attestDestruction(id: $id, destroyedOn: \"" + day + "\", method: \"shredded\")";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private static String move(String client, String move, String id) {
        return Door.answer(
                Door.as(client),
                "mutation($id: ID!) { " + move + " { state outcome { __typename } } }",
                Map.of("id", id));
    }

    private static String moved(String move, String state) {
        return "{\"data\":{\"" + move + "\":{\"state\":\"" + state + "\",\"outcome\":null}}}";
    }

    private static String notOffered(String move, String sentence) {
        return "{\"errors\":[{\"message\":\"" + sentence + "\",\"locations\":[{\"line\":1,\"column\":22}],\"path\":[\""
                + move + "\"],\"extensions\":{\"code\":\"MOVE_NOT_OFFERED\"}}],\"data\":null}";
    }
}
