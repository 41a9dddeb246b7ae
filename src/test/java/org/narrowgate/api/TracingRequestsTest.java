package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.arrestWarrant;
import static org.narrowgate.api.Door.coroner;
import static org.narrowgate.api.Door.missingPerson;
import static org.narrowgate.api.Door.named;
import static org.narrowgate.api.Door.numbered;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** An agency's list of its own requests. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class TracingRequestsTest {
    private static final String LIST = "query($first: Int, $after: String, $purpose: String,"
            + " $state: TracingRequestState, $since: DateTime) { tracingRequests(first: $first, after: $after,"
            + " purpose: $purpose, state: $state, changedSince: $since) {"
            + " nodes { id purpose state outcome { __typename } } endCursor hasNextPage } }";

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @Test
    void listsTheNewestFirst() {
        // Given
        var ids = IntStream.range(0, 3).mapToObj(_ -> askedByTheCoroner()).toList();
        // When
        var page = page("coroner", Map.of("first", 3));
        // Then
        assertThat(ids(page)).containsExactlyElementsOf(ids.reversed());
    }

    @Test
    void pagesThroughRequestsOfOneInstantWithoutLosingOrRepeatingAny() {
        // Given
        var ids = IntStream.range(0, 5).mapToObj(_ -> askedByTheCoroner()).toList();
        ids.forEach(id -> behind.change(
                "UPDATE tracing_request SET received_at = '2019-01-07T12:00:00Z' WHERE id = ?::uuid", id));
        // When
        var seen = allPages("coroner", 2);
        // Then
        assertThat(seen)
                .doesNotHaveDuplicates()
                .hasSize(Integer.parseInt(behind.rows("SELECT count(*) FROM tracing_request WHERE agency = 'coroner'")
                        .getFirst()
                        .getFirst()));
        assertThat(seen.subList(seen.size() - 5, seen.size()))
                .containsExactlyElementsOf(
                        ids.stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Test
    void listsOnlyRequestsOfTheStateAndPurposeAskedFor() {
        // Given
        var underReview = idOf(Door.trace("police-north", missingPerson(numbered("9000000009"))));
        var unexhausted = new HashMap<>(missingPerson(numbered("9000000009")));
        unexhausted.put("sourcesExhausted", false);
        var refused = idOf(Door.trace("police-north", unexhausted));
        // When
        var reviewed = page("police-north", Map.of("first", 100, "state", "UNDER_REVIEW"));
        var missing = page("police-north", Map.of("first", 2, "purpose", "missing-vulnerable-person"));
        var crimes = page("police-north", Map.of("first", 100, "purpose", "serious-crime-investigation"));
        // Then
        assertThat(reviewed.get("nodes").findValuesAsText("state")).containsOnly("UNDER_REVIEW");
        assertThat(ids(reviewed)).startsWith(underReview).doesNotContain(refused);
        assertThat(ids(missing)).containsExactly(refused, underReview);
        assertThat(ids(crimes)).doesNotContain(refused, underReview);
    }

    @Test
    void showsAnAgencyThatPollsWhatHasMovedSince() {
        // Given
        var asked = Door.node(Door.trace("police-north", missingPerson(numbered("9000000009"))));
        var id = asked.get("id").asText();
        var since = Instant.now();
        var before = page("police-north", Map.of("since", since.toString()));
        // When
        Door.node(Door.answer(
                Door.as("police-north"),
                "mutation($id: ID!) { withdrawTracingRequest(id: $id, reason: \"Found in the meantime.\") { state } }",
                Map.of("id", id)));
        var after = page("police-north", Map.of("since", since.toString()));
        // Then
        assertThat(ids(before)).isEmpty();
        assertThat(after.get("nodes").toString())
                .isEqualTo("[{\"id\":\"" + id
                        + "\",\"purpose\":\"missing-vulnerable-person\",\"state\":\"WITHDRAWN\",\"outcome\":null}]");
    }

    @Test
    void listsATracedRequestWithoutItsPersonAndWithoutALogEntry() {
        // Given
        var id = idOf(Door.trace("national-crime-agency", arrestWarrant(named("Hartfield", "Eleanor", "1984-03-07"))));
        var entries = behind.entries();
        // When
        var page = page("national-crime-agency", Map.of("first", 1));
        // Then
        assertThat(page.get("nodes").toString())
                .isEqualTo(
                        "[{\"id\":\"" + id
                                + "\",\"purpose\":\"arrest-warrant\",\"state\":\"TRACED\",\"outcome\":{\"__typename\":\"Traced\"}}]");
        assertThat(behind.entries()).isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ tracingRequests { nodes { outcome { ... on Traced { person { birthDate } } } } } }",
                "{ tracingRequests(first: 1) { nodes { outcome { ... on Traced { receipt { entry } } } } } }",
                "{ l: tracingRequests { ...L } } fragment L on TracingRequestConnection { nodes { ...N } }"
                        + " fragment N on TracingRequest { outcome { ...O } } fragment O on Outcome { ...T }"
                        + " fragment T on Traced { person { address { postcode } } }"
            })
    void listsNoPeople(String query) {
        // Given
        Door.trace("national-crime-agency", arrestWarrant(named("Hartfield", "Eleanor", "1984-03-07")));
        var entries = behind.entries();
        // When
        var answer = Door.answer(Door.as("national-crime-agency"), query, Map.of());
        // Then
        assertThat(Door.json(answer).at("/errors/0/extensions/code").asText())
                .isEqualTo("ONE_DISCLOSURE_PER_OPERATION");
        assertThat(Door.json(answer).has("data")).isFalse();
        assertThat(behind.entries()).isEqualTo(entries);
    }

    @ParameterizedTest
    @CsvSource({
        "since, +999999999-01-01T00:00:00Z, INPUT_INVALID",
        "since, -999999999-01-01T00:00:00Z, INPUT_INVALID",
        // +999999999-01-01T00:00:00Z 00000000-0000-0000-0000-000000000000
        "after, Kzk5OTk5OTk5OS0wMS0wMVQwMDowMDowMFogMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw, CURSOR_INVALID"
    })
    void turnsAwayATimeThatNoDatabaseKeeps(String argument, String value, String code) {
        // When
        var answer = Door.json(Door.answer(Door.as("coroner"), LIST, Map.of(argument, value)));
        // Then
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo(code);
    }

    private static String askedByTheCoroner() {
        return idOf(Door.trace("coroner", coroner(numbered("9111231130"))));
    }

    private static JsonNode page(String client, Map<String, Object> arguments) {
        return Door.node(Door.answer(Door.as(client), LIST, arguments));
    }

    private static List<String> allPages(String client, int first) {
        var ids = new ArrayList<String>();
        var arguments = new HashMap<String, Object>(Map.of("first", first));
        JsonNode page;
        do {
            page = page(client, arguments);
            ids.addAll(ids(page));
            arguments.put("after", page.get("endCursor").asText());
        } while (page.get("hasNextPage").asBoolean());
        return ids;
    }

    private static List<String> ids(JsonNode page) {
        return page.get("nodes").findValuesAsText("id");
    }

    private static String idOf(String answer) {
        return Door.node(answer).get("id").asText();
    }
}
