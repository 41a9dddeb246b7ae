package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.courtOrder;
import static org.narrowgate.api.Door.numbered;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.SecondDatabase;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Commitment;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;

@QuarkusTest
@TestProfile(SecondDatabase.class)
@QuarkusTestResource(DevelopmentServicesForTests.class)
class ReceiptsTest {
    private static final String PROOF =
            "entry leafHash at policyVersion policyHash circumstances circumstancesSalt particularsHash";

    private static final Share<String, String> ALONE = new Share<>() {
        @Override
        public List<Optional<String>> objections(Connection connection, List<String> members) {
            return members.stream().map(member -> Optional.<String>empty()).toList();
        }

        @Override
        public void write(Connection connection, List<String> members, List<Position> positions) {
            // Nothing beside the entry.
        }
    };

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    Ledger ledger;

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @Test
    void opensTheCircumstancesOfAnAnswerAgainstItsLeaf() {
        // When
        var receipt = receiptOf(trace("9000000009"));
        // Then
        assertThat(leafOf(receipt)).isEqualTo(receipt.get("leafHash").asText());
        assertThat(receipt.get("circumstances").asText())
                .isEqualTo(new String(
                        behind.bytes(
                                "SELECT circumstances FROM ledger_entry WHERE index = ?",
                                receipt.get("entry").asLong()),
                        StandardCharsets.UTF_8));
    }

    @Test
    void readsAnOwnReceiptAgainByItsEntry() {
        // Given
        var receipt = receiptOf(trace("9000000009"));
        // When
        var again = receiptAt("court-service", receipt.get("entry").asText());
        // Then
        assertThat(Door.node(again)).isEqualTo(receipt);
    }

    @Test
    void opensEveryReceiptOfAListAtOnce() {
        // Given
        trace("9000000041");
        trace("9000000130");
        // When
        var page = Door.node(Door.answer(
                Door.as("court-service"),
                "{ tracingRequests(state: NOT_TRACED, first: 2) { nodes { outcome { ... on NotTraced { receipt { "
                        + PROOF + " } } } } } }",
                Map.of()));
        // Then
        assertThat(page.get("nodes"))
                .hasSize(2)
                .map(node -> node.at("/outcome/receipt"))
                .allSatisfy(receipt -> assertThat(leafOf(receipt))
                        .isEqualTo(receipt.get("leafHash").asText()));
    }

    @Test
    void opensAReceiptWhoseParticularsAreErased() {
        // Given
        var receipt = receiptOf(trace("9000000009"));
        behind.change(
                "DELETE FROM ledger_particulars WHERE index = ?",
                receipt.get("entry").asLong());
        // When
        var after = receiptAt("court-service", receipt.get("entry").asText());
        // Then
        assertThat(Door.node(after)).isEqualTo(receipt);
    }

    @Test
    void tellsAForeignEntryNotApartFromOneThatDoesNotExist() {
        // Given
        var foreign = receiptOf(trace("9000000009")).get("entry").asText();
        var notTheirs = List.of(foreign, "999999999999", "-1", "01", "1e0", "no index", "", "99999999999999999999");
        // When
        var answers =
                notTheirs.stream().map(entry -> receiptAt("coroner", entry)).toList();
        // Then
        assertThat(answers).containsOnly("{\"data\":{\"receipt\":null}}");
    }

    @Test
    void showsAnAgencyNoEntryOfWhatStaffOrTheClockDid() {
        // Given
        var request = trace("9000000009").get("id").asText();
        var ofStaff = List.of("view", "question", "priority", "approval", "escalation", "lapse", "incident", "erasure");
        var entries = ofStaff.stream().map(kind -> entry(kind, request)).toList();
        // When
        var answers =
                entries.stream().map(entry -> receiptAt("court-service", entry)).toList();
        // Then
        assertThat(answers).containsOnly("{\"data\":{\"receipt\":null}}");
    }

    @Test
    void showsAnAgencyTheReceiptOfEveryStepOfItsOwn() {
        // Given
        var request = trace("9000000009").get("id").asText();
        var own = List.of("request", "reading", "review", "withdrawal", "information", "mismatch", "destruction");
        var entries = own.stream().map(kind -> entry(kind, request)).toList();
        // When
        var answers = entries.stream()
                .map(entry -> Door.node(receiptAt("court-service", entry)))
                .toList();
        // Then
        assertThat(answers).map(receipt -> receipt.get("entry").asText()).isEqualTo(entries);
    }

    private String entry(String kind, String request) {
        var circumstances = Map.of(
                "kind", kind, "agency", "court-service", "request", request, "policyVersion", 1, "policyHash", "00ff");
        var written = (Appended.Written<String>) ledger.append(Entry.of(circumstances, Map.of()), ALONE, "");
        return Long.toString(written.position().index());
    }

    private static JsonNode trace(String nhsNumber) {
        return Door.node(Door.answer(
                Door.as("court-service"),
                "mutation($input: TraceInput!) { requestTrace(input: $input) { id outcome {"
                        + " ... on Traced { person { gender } receipt { " + PROOF
                        + " } } ... on NotTraced { receipt { " + PROOF + " } } } } }",
                Map.of("input", courtOrder(numbered(nhsNumber)))));
    }

    private static JsonNode receiptOf(JsonNode request) {
        return request.at("/outcome/receipt");
    }

    private static String receiptAt(String client, String entry) {
        return Door.answer(
                Door.as(client),
                "query($entry: ID!) { receipt(entry: $entry) { " + PROOF + " } }",
                Map.of("entry", entry));
    }

    private static String leafOf(JsonNode receipt) {
        var circumstances = Commitment.ofPart(
                bytes(receipt, "circumstancesSalt"),
                receipt.get("circumstances").asText().getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(Commitment.leaf(Commitment.ofEntry(circumstances, bytes(receipt, "particularsHash"))));
    }

    private static byte[] bytes(JsonNode receipt, String field) {
        return Base64.getDecoder().decode(receipt.get(field).asText());
    }
}
