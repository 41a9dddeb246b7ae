package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.arrestWarrant;
import static org.narrowgate.api.Door.convicted;
import static org.narrowgate.api.Door.counterFraud;
import static org.narrowgate.api.Door.courtOrder;
import static org.narrowgate.api.Door.missingPerson;
import static org.narrowgate.api.Door.named;
import static org.narrowgate.api.Door.numbered;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.ledger.Commitment;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.PersonRecord;
import org.narrowgate.registry.synthetic.Cast;

/** What was released is on the log before it leaves, and nothing else is. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class LogTest {
    private static final Map<String, Object> ELEANOR = named("Hartfield", "Eleanor", "1984-03-07");

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    Caseworkers caseworkers;

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("requests")
    void holdsOneEntryOfEveryRequest(String client, Map<String, Object> input, String outcome) {
        // Given
        var entries = behind.entries();
        // When
        Door.node(Door.trace(client, input));
        // Then
        assertThat(behind.circumstancesFrom(entries)).singleElement().satisfies(entry -> {
            assertThat(entry.get("kind").asText()).isEqualTo("request");
            assertThat(entry.get("outcome").asText()).isEqualTo(outcome);
        });
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("court-service", courtOrder(numbered("9000000009")), "traced"),
                Arguments.of("court-service", courtOrder(numbered("9111231130")), "not-traced"),
                Arguments.of("home-office", convicted(ELEANOR, "overstaying", 1), "refused"),
                Arguments.of("police-north", missingPerson(numbered("9000000009")), "under-review"));
    }

    @Test
    void holdsOneEntryOfEveryStepOfARequest() {
        // Given
        var withdrawn = idOf(Door.trace("police-north", missingPerson(numbered("9000000009"))));
        var traced = idOf(Door.trace("police-north", missingPerson(numbered("9000000009"))));
        var entries = behind.entries();
        // When
        move(withdrawn, "withdrawTracingRequest(id: $id, reason: \"Found in the meantime.\")");
        caseworkers.approve(traced);
        Door.node(Door.read(Door.as("police-north"), traced));
        move(traced, "reportMismatch(id: $id, reason: \"Another person altogether.\")");
        move(
                traced,
                "attestDestruction(id: $id, destroyedOn: \"" + LocalDate.now(ZoneId.of("Europe/London"))
                        + "\", method: \"shredded\")");
        // Then
        assertThat(behind.circumstancesFrom(entries))
                .extracting(entry ->
                        entry.get("kind").asText() + ": " + entry.get("outcome").asText())
                .containsExactly(
                        "withdrawal: withdrawn",
                        "review: traced",
                        "reading: traced",
                        "mismatch: closed",
                        "destruction: closed");
    }

    @Test
    void holdsNoEntryOfWhatWasTurnedAwayOrOnlyLookedAt() {
        // Given
        var refused = idOf(Door.trace("home-office", convicted(ELEANOR, "overstaying", 1)));
        var entries = behind.entries();
        // When
        Door.read(Door.as("home-office"), refused);
        Door.read(Door.as("home-office"), UUID.randomUUID().toString());
        Door.answer(Door.as("home-office"), "{ tracingRequests { nodes { id } } }", Map.of());
        Door.trace("court-service", courtOrder(numbered("9000000000")));
        Door.answer(
                Door.as("home-office"),
                "mutation($id: ID!) { reportMismatch(id: $id, reason: \"Another person.\") { id } }",
                Map.of("id", refused));
        // Then
        assertThat(behind.entries()).isEqualTo(entries);
    }

    @Test
    void holdsWhatWasReleasedGeneralisedAndWithheldAndWhy() {
        // Given
        var entries = behind.entries();
        // When
        var request = Door.node(Door.trace(
                "counter-fraud",
                counterFraud(numbered("9000000025")),
                "birthDate name { family } deceased gender address { postcode }"));
        // Then
        var receipt = request.at("/outcome/receipt");
        var circumstances = (ObjectNode) behind.circumstances(entries);
        assertThat(circumstances.remove("at").asText())
                .isEqualTo(request.get("decidedAt").asText());
        assertThat(circumstances.toString()).isEqualTo("""
                {"agency":"counter-fraud","form":1,"generalised":{"birthDate":"year","name.family":"initials"},\
                "kind":"request","outcome":"traced","policyHash":"%s","policyVersion":%d,"purpose":"counter-fraud",\
                "released":["deceased"],"request":"%s","searchArguments":["nhsNumber"],\
                "selected":["name.family","birthDate","gender","deceased","address.postcode"],\
                "withheld":[{"field":"gender","reason":"NOT_NEEDED_FOR_PURPOSE"},\
                {"field":"address.postcode","reason":"NOT_AVAILABLE"}]}""".formatted(
                        receipt.get("policyHash").asText(),
                        receipt.get("policyVersion").asInt(),
                        request.get("id").asText()));
    }

    @Test
    void holdsNothingOfAPersonButAPseudonym() {
        // Given
        var first = behind.entries();
        // When
        Door.trace("court-service", courtOrder(ELEANOR));
        Door.trace("court-service", courtOrder(Door.and(ELEANOR, "postcode", "LS7 4RH")));
        for (var person : Cast.ALL) {
            Door.trace("court-service", courtOrder(numbered(person.nhsNumber().digits())));
            Door.trace("counter-fraud", counterFraud(numbered(person.nhsNumber().digits())));
        }
        Door.trace("national-crime-agency", arrestWarrant(named("Lowenthorpe", "Grace", "2001-01-31")));
        var reviewed = idOf(Door.trace("police-north", missingPerson(numbered("9000000009"))));
        caseworkers.approve(reviewed);
        Door.read(Door.as("police-north"), reviewed);
        // Then
        var values = Cast.ALL.stream().flatMap(LogTest::values).distinct().toList();
        var written = LongStream.range(first, behind.entries())
                .mapToObj(index -> behind.circumstances(index) + " " + behind.particulars(index))
                .toList();
        assertThat(values)
                .contains("9000000009", "Hartfield", "Eleanor", "LS7 4RH", "1984-03-07", "14 Cavendish Grove");
        assertThat(written)
                .hasSizeGreaterThan(2 * Cast.ALL.size())
                .allSatisfy(entry -> assertThat(entry).doesNotContain(values));
        assertThat(behind.particulars(first).get("subject").asText()).matches("[^:]+:[0-9a-f]{64}");
        assertThat(behind.particulars(first).get("subject"))
                .isEqualTo(behind.particulars(first + 2).get("subject"));
    }

    @Test
    void isCommittedToByTheReceipt() {
        // Given
        var entries = behind.entries();
        // When
        var receipts = Stream.of(
                        Door.trace("court-service", courtOrder(numbered("9000000009"))),
                        Door.trace("court-service", courtOrder(numbered("9111231130"))),
                        Door.trace("home-office", convicted(ELEANOR, "overstaying", 1)))
                .map(answer -> Door.node(answer).at("/outcome/receipt"))
                .toList();
        // Then
        assertThat(receipts)
                .extracting(receipt -> receipt.get("entry").asLong())
                .containsExactly(entries, entries + 1, entries + 2);
        assertThat(receipts)
                .extracting(receipt -> receipt.get("leafHash").asText())
                .containsExactly(leaf(entries), leaf(entries + 1), leaf(entries + 2));
    }

    /** From the parts and their salts alone. */
    private String leaf(long index) {
        var circumstances = Commitment.ofPart(
                behind.bytes("SELECT circumstances_salt FROM ledger_entry WHERE index = ?", index),
                behind.bytes("SELECT circumstances FROM ledger_entry WHERE index = ?", index));
        var particulars = Commitment.ofPart(
                behind.bytes("SELECT salt FROM ledger_particulars WHERE index = ?", index),
                behind.bytes("SELECT particulars FROM ledger_particulars WHERE index = ?", index));
        return Base64.getEncoder().encodeToString(Commitment.leaf(Commitment.ofEntry(circumstances, particulars)));
    }

    /** All there is to know of somebody, but for a year alone: four digits stand in many a hash. */
    private static Stream<String> values(PersonRecord person) {
        return Stream.of(
                        Stream.of(person.nhsNumber().digits()),
                        person.birthDate().map(PartialDate::iso).filter(date -> date.length() > 4).stream(),
                        person.names().stream()
                                .flatMap(name -> Stream.concat(name.family().stream(), name.given().stream())),
                        person.homes().stream()
                                .flatMap(home -> Stream.concat(home.postcode().stream(), home.lines().stream())),
                        person.registrations().stream().map(PersonRecord.Registration::odsCode))
                .flatMap(values -> values);
    }

    private static void move(String id, String move) {
        Door.node(Door.answer(
                Door.as("police-north"), "mutation($id: ID!) { " + move + " { state } }", Map.of("id", id)));
    }

    private static String idOf(String answer) {
        return Door.node(answer).get("id").asText();
    }
}
