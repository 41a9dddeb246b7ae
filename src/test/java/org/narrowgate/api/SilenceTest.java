package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.and;
import static org.narrowgate.api.Door.arrestWarrant;
import static org.narrowgate.api.Door.courtOrder;
import static org.narrowgate.api.Door.masked;
import static org.narrowgate.api.Door.named;
import static org.narrowgate.api.Door.numbered;
import static org.narrowgate.registry.PersonDraft.aPerson;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.registry.PersonDraft;
import org.narrowgate.registry.Protection;
import org.narrowgate.subject.Gender;

/** Nothing to learn from silence: answers that must look alike are compared whole. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class SilenceTest {
    private static final String RESIDENT = "9000000157";
    private static final String CROYDON = "Z00002";

    /** Everybody who must look like nobody to a search by details that leaves the deceased out. */
    private static final Map<String, Map<String, Object>> UNTRACED = Map.ofEntries(
            Map.entry("nobody", named("Nonesuch", "Ada", "1984-03-07")),
            Map.entry("more than one", named("Lowenthorpe", "Grace", "2001-01-31")),
            Map.entry("very restricted", named("Ravensdale", "Leon", "1978-08-02")),
            Map.entry("deceased", named("Penhallow", "Walter", "1937-02-14")),
            Map.entry("invalidated", named("Tarrowby", "Alan", "1969-06-06")),
            Map.entry(
                    "restricted, with a postcode",
                    and(named("Coldbrook", "Miriam", "1991-11-23"), "postcode", "CR2 9WN")),
            Map.entry(
                    "at the practice's address, with its postcode",
                    and(named("Vantongeren", "Samir", "1989-12-30"), "postcode", "CR2 9ZP")),
            Map.entry("partial birth date", named("Bexcombe", "Thomas", "1952-01-01")));

    private static final List<Map<String, Object>> UNTRACED_NUMBERS = List.of(
            numbered("9111231130"),
            numbered("9000000041"),
            numbered("9000000130"),
            and(numbered("9000000009"), "birthDate", "1984-03-08"),
            and(numbered("9000000106"), "birthDate", "1952-01-01"));

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @Test
    void tellsNobodyApartFromThoseWhoMustNotBeFoundByTheirDetails() {
        // When
        var answers = UNTRACED.values().stream()
                .map(subject -> masked(Door.trace("national-crime-agency", arrestWarrant(subject))))
                .toList();
        // Then
        assertThat(answers).containsOnly(answers.getFirst()).allMatch(SilenceTest::isNotTraced);
    }

    @Test
    void tellsNobodyApartFromThoseWhoMustNotBeFoundByTheirNumber() {
        // When
        var answers = UNTRACED_NUMBERS.stream()
                .map(subject -> masked(Door.trace("court-service", courtOrder(subject))))
                .toList();
        // Then
        assertThat(answers).containsOnly(answers.getFirst()).allMatch(SilenceTest::isNotTraced);
    }

    @Test
    void provesEveryNoTraceAlike() {
        // When
        var answers = UNTRACED_NUMBERS.stream()
                .map(subject -> masked(Door.traceProved("court-service", courtOrder(subject))))
                .map(SilenceTest::withoutWhatTheAgencyAsked)
                .toList();
        // Then
        assertThat(answers)
                .containsOnly(answers.getFirst())
                .allMatch(SilenceTest::isNotTraced)
                .allMatch(answer -> answer.contains("\\\"outcome\\\":\\\"not-traced\\\""));
    }

    @Test
    void writesEveryNoTraceDownAlike() {
        // Given
        var first = behind.entries();
        // When
        UNTRACED.values().forEach(subject -> Door.trace("national-crime-agency", arrestWarrant(subject)));
        // Then
        var circumstances = behind.circumstancesFrom(first).stream()
                .map(entry -> ((ObjectNode) entry)
                        .without(List.of("at", "request", "searchArguments"))
                        .toString())
                .toList();
        assertThat(circumstances)
                .hasSize(UNTRACED.size())
                .containsOnly(circumstances.getFirst())
                .allMatch(entry -> entry.contains("\"outcome\":\"not-traced\""));
    }

    @Test
    void tellsARestrictedPersonNotApartFromOneOfWhomNoAddressAndNoPracticeIsHeld() {
        // Given
        behind.hold(resident()
                .livingAt("2020-05-11", "CR2 9WN", "8 Harbour Close", "Croydon")
                .registered(CROYDON, "2020-06-01")
                .protectedAs(Protection.RESTRICTED));
        var restricted = bothWays();
        // When
        behind.hold(resident());
        var notHeld = bothWays();
        // Then
        assertThat(restricted)
                .isEqualTo(notHeld)
                .allSatisfy(
                        answer -> assertThat(answer)
                                .contains(
                                        "\"family\":\"Wexcombe\"",
                                        "\"address\":null",
                                        "\"generalPractice\":null",
                                        "{\"field\":\"address.postcode\",\"treatment\":\"WITHHELD\",\"reason\":\"NOT_AVAILABLE\"}"));
    }

    @Test
    void tellsAnAddressThatIsThePracticesOwnNotApartFromNone() {
        // Given
        behind.hold(resident()
                .livingAt("2022-04-04", "CR2 9ZP", "c/o Weir House", "3 Weir Lane", "Croydon")
                .registered(CROYDON, "2022-04-04"));
        var atThePractice = bothWays();
        // When
        behind.hold(resident().registered(CROYDON, "2022-04-04"));
        var notHeld = bothWays();
        // Then
        assertThat(atThePractice)
                .isEqualTo(notHeld)
                .allSatisfy(answer -> assertThat(answer).contains("\"family\":\"Wexcombe\"", "\"address\":null"));
    }

    @Test
    void writesAProtectedAddressDownAsOneThatIsNotHeld() {
        // Given
        var first = behind.entries();
        behind.hold(resident()
                .livingAt("2020-05-11", "CR2 9WN", "8 Harbour Close", "Croydon")
                .registered(CROYDON, "2020-06-01")
                .protectedAs(Protection.RESTRICTED));
        bothWays();
        // When
        behind.hold(resident());
        bothWays();
        // Then
        var circumstances = behind.circumstancesFrom(first).stream()
                .map(entry ->
                        ((ObjectNode) entry).without(List.of("at", "request")).toString())
                .toList();
        assertThat(circumstances).hasSize(4);
        assertThat(circumstances.subList(0, 2)).isEqualTo(circumstances.subList(2, 4));
    }

    @Test
    void readsAnotherAgencysRequestAsOneThatDoesNotExist() {
        // Given
        var foreign = idOf(Door.trace("court-service", courtOrder(numbered("9000000009"))));
        var notTheirs = List.of(foreign, UUID.randomUUID().toString(), "no id", "1-1-1-1-1", foreign + " ");
        // When
        var answers =
                notTheirs.stream().map(id -> Door.read(Door.as("coroner"), id)).toList();
        // Then
        assertThat(answers).containsOnly("{\"data\":{\"tracingRequest\":null}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "withdrawTracingRequest(id: $id, reason: \"No longer needed.\")",
                "provideInformation(id: $id, information: \"As known.\")",
                "reportMismatch(id: $id, reason: \"Somebody else.\")",
                "attestDestruction(id: $id, destroyedOn: \"2020-01-06\", method: \"shredded\")",
                "requestEmbargo(id: $id, until: TODAY, reason: \"He must not be warned.\")"
            })
    void doesWithAnotherAgencysRequestAsWithOneThatDoesNotExist(String move) {
        // Given
        var foreign = idOf(Door.trace("court-service", courtOrder(numbered("9000000009"))));
        var notTheirs = List.of(foreign, UUID.randomUUID().toString(), "no id");
        var today = "\"" + LocalDate.now(ZoneId.of("Europe/London")) + "\"";
        var mutation = "mutation($id: ID!) { " + move.replace("TODAY", today) + " { id state } }";
        // When
        var answers = notTheirs.stream()
                .map(id -> Door.answer(Door.as("coroner"), mutation, Map.of("id", id)))
                .toList();
        // Then
        assertThat(answers)
                .containsOnly(answers.getFirst())
                .allMatch(answer -> answer.contains("\"code\":\"REQUEST_UNKNOWN\""));
    }

    private static PersonDraft resident() {
        return aPerson(RESIDENT).born("1991-11-23", Gender.FEMALE).named("Wexcombe", "1991-11-23", "Miriam");
    }

    private static List<String> bothWays() {
        return Stream.of(numbered(RESIDENT), named("Wexcombe", "Miriam", "1991-11-23"))
                .map(subject -> masked(Door.trace("court-service", courtOrder(subject))))
                .toList();
    }

    private static String withoutWhatTheAgencyAsked(String answer) {
        return answer.replaceAll("searchArguments\\\\\":\\[[^]]*]", "searchArguments-");
    }

    private static boolean isNotTraced(String answer) {
        return answer.contains("\"state\":\"NOT_TRACED\"") && answer.contains("\"__typename\":\"NotTraced\"");
    }

    private static String idOf(String answer) {
        return Door.node(answer).get("id").asText();
    }
}
