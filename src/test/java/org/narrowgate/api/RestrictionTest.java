package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.coroner;
import static org.narrowgate.api.Door.counterFraud;
import static org.narrowgate.api.Door.courtOrder;
import static org.narrowgate.api.Door.masked;
import static org.narrowgate.api.Door.named;
import static org.narrowgate.api.Door.numbered;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.TravelledClock;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.RequestService;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RightsState;
import org.narrowgate.rights.request.RulingService;
import org.narrowgate.rights.request.TravelledRights;
import org.narrowgate.subject.NhsNumber;

/** Somebody who has had their data restricted is nobody, as far as the policy yields, and nobody can tell. */
@QuarkusTest
@TestProfile(TravelledRights.class)
class RestrictionTest {
    private static final String ELEANOR = "9000000009";
    private static final String NOT_HELD = "9111231130";
    private static final String MERGED = "9000000084";
    private static final String SUCCESSOR = "9000000092";
    private static final Map<String, Object> ELEANOR_HARTFIELD = named("Hartfield", "Eleanor", "1984-03-07");
    private static final Map<String, Object> NONESUCH = named("Nonesuch", "Ada", "1984-03-07");
    private static final Asked OBJECTION = new Asked.Objection(new PurposeId("counter-fraud"));
    private static final String WHY = "An officer of theirs is my former husband.";
    private static final String REASONS = "We have looked at what you wrote, and this is what we found.";

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    RequestService requests;

    @Inject
    RulingService rulings;

    @Inject
    Caseworkers caseworkers;

    @Inject
    TravelledClock clock;

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
        clock.set(Instant.now());
    }

    @AfterEach
    void takeEverythingBack() {
        List.of(ELEANOR, MERGED)
                .forEach(person -> requests.casesOf(new NhsNumber(person)).stream()
                        .filter(file -> file.state() instanceof RightsState.Withdrawable)
                        .forEach(file -> requests.withdraw(new NhsNumber(person), file.id())));
        // An objection that was upheld cannot be taken back.
        behind.change("UPDATE rights_case SET held_until = NULL");
    }

    @Test
    void whoIsRestrictedIsNotTracedFromTheNextRequestOn() {
        // Given
        var before = ask("counter-fraud", counterFraud(numbered(ELEANOR)));
        // When
        restrict(ELEANOR);
        var after = ask("counter-fraud", counterFraud(numbered(ELEANOR)));
        // Then
        assertThat(stateOf(before)).isEqualTo("TRACED");
        assertThat(stateOf(after)).isEqualTo("NOT_TRACED");
    }

    @Test
    void noAgencyTellsThemFromSomebodyWhoIsNotHeld() {
        // Given
        restrict(ELEANOR);
        // When
        var restricted = ask("counter-fraud", counterFraud(numbered(ELEANOR)));
        var nobody = ask("counter-fraud", counterFraud(numbered(NOT_HELD)));
        var described = ask("coroner", coroner(ELEANOR_HARTFIELD));
        var describedNobody = ask("coroner", coroner(NONESUCH));
        // Then
        assertThat(masked(restricted)).isEqualTo(masked(nobody));
        assertThat(masked(described)).isEqualTo(masked(describedNobody));
    }

    @Test
    void theLogTellsNoMoreThanOfSomebodyWhoIsNotHeld() {
        // Given
        restrict(ELEANOR);
        var first = behind.entries();
        // When
        ask("counter-fraud", counterFraud(numbered(ELEANOR)));
        ask("counter-fraud", counterFraud(numbered(NOT_HELD)));
        ask("coroner", coroner(ELEANOR_HARTFIELD));
        ask("coroner", coroner(NONESUCH));
        // Then
        assertThat(circumstances(first)).isEqualTo(circumstances(first + 1));
        assertThat(behind.particulars(first).fieldNames())
                .toIterable()
                .containsExactlyElementsOf(names(behind.particulars(first + 1)))
                .contains("subject");
        assertThat(circumstances(first + 2)).isEqualTo(circumstances(first + 3));
        assertThat(behind.particulars(first + 2)).isEqualTo(behind.particulars(first + 3));
    }

    @Test
    void aCourtOrderDoesNotYield() {
        // Given
        var before = ask("court-service", courtOrder(numbered(ELEANOR)));
        // When
        restrict(ELEANOR);
        var after = ask("court-service", courtOrder(numbered(ELEANOR)));
        // Then
        assertThat(stateOf(after)).isEqualTo("TRACED");
        assertThat(masked(after)).isEqualTo(masked(before));
    }

    @Test
    void whatWasTracedBeforeIsNotReadAgain() {
        // Given
        var restricted = idOf(ask("coroner", coroner(numbered(ELEANOR))));
        var protectedSince = idOf(ask("coroner", coroner(numbered(SUCCESSOR))));
        restrict(ELEANOR);
        behind.protect(SUCCESSOR, "V");
        var first = behind.entries();
        // When
        var readings = List.of(
                masked(Door.read(Door.as("coroner"), restricted)),
                masked(Door.read(Door.as("coroner"), protectedSince)));
        behind.protect(SUCCESSOR, "U");
        // Then
        assertThat(readings.getFirst()).isEqualTo(readings.getLast()).contains("\"__typename\":\"NotTraced\"");
        assertThat(circumstances(first)).isEqualTo(circumstances(first + 1));
        assertThat(behind.particulars(first)).isEqualTo(behind.particulars(first + 1));
    }

    @Test
    void whatACaseworkerApprovesFindsNobody() {
        // Given
        restrict(ELEANOR);
        var id = idOf(ask("case-review-commission", caseReview(ELEANOR)));
        // When
        caseworkers.approve(id);
        // Then
        assertThat(Door.read(Door.as("case-review-commission"), id)).contains("\"state\":\"NOT_TRACED\"");
    }

    @Test
    void anObjectionIsAboutItsPurposeOnly() {
        // When
        requests.ask(new NhsNumber(ELEANOR), OBJECTION, WHY);
        // Then
        assertThat(stateOf(ask("counter-fraud", counterFraud(numbered(ELEANOR)))))
                .isEqualTo("NOT_TRACED");
        assertThat(stateOf(ask("coroner", coroner(numbered(ELEANOR))))).isEqualTo("TRACED");
    }

    @Test
    void anObjectionThatWasUpheldHoldsForGood() {
        // Given
        var file = requests.ask(new NhsNumber(ELEANOR), OBJECTION, WHY);
        rulings.uphold(Caseworkers.CARLA, file.id(), 1, REASONS);
        // When
        daysGoBy(4000);
        // Then
        assertThat(requests.casesOf(new NhsNumber(ELEANOR)).getFirst().hold().holdsAt(clock.instant()))
                .isTrue();
        daysGoBy(-4000);
        assertThat(stateOf(ask("counter-fraud", counterFraud(numbered(ELEANOR)))))
                .isEqualTo("NOT_TRACED");
    }

    @Test
    void refusedItEndsAfterTheDaysOfNotice() {
        assertTracedAgainAfterNoticeOf(
                () -> rulings.refuse(Caseworkers.CARLA, restrict(ELEANOR).id(), 1, REASONS));
    }

    @Test
    void liftedItEndsAfterTheDaysOfNotice() {
        assertTracedAgainAfterNoticeOf(() -> {
            var standing = rulings.uphold(Caseworkers.CARLA, restrict(ELEANOR).id(), 1, REASONS);
            rulings.lift(Caseworkers.COLIN, standing.id(), standing.version(), REASONS);
        });
    }

    @Test
    void takenBackItEndsAtOnce() {
        // Given
        var file = restrict(ELEANOR);
        // When
        requests.withdraw(new NhsNumber(ELEANOR), file.id());
        // Then
        assertThat(stateOf(ask("counter-fraud", counterFraud(numbered(ELEANOR)))))
                .isEqualTo("TRACED");
    }

    @Test
    void itHoldsForThePersonWhateverNumberLeadsToThem() {
        // When
        restrict(MERGED);
        // Then
        assertThat(stateOf(ask("coroner", coroner(numbered(SUCCESSOR))))).isEqualTo("NOT_TRACED");
        assertThat(stateOf(ask("coroner", coroner(numbered(MERGED))))).isEqualTo("NOT_TRACED");
    }

    @Test
    void itOutlastsANewKeyOfPseudonyms() {
        // Given
        restrict(ELEANOR);
        // When
        behind.change("INSERT INTO pseudonym_key (key) VALUES (sha256('another key'::bytea))");
        clock.set(clock.instant().plus(Duration.ofMinutes(2)));
        // Then
        assertThat(stateOf(ask("counter-fraud", counterFraud(numbered(ELEANOR)))))
                .isEqualTo("NOT_TRACED");
    }

    @Test
    void nothingIsReleasedWhileNobodyCanTellWhoIsRestricted() {
        // Given
        behind.change("REVOKE SELECT ON rights_case FROM narrowgate_application");
        var entries = behind.entries();
        // When
        var answer = ask("counter-fraud", counterFraud(numbered(ELEANOR)));
        behind.change("GRANT SELECT ON rights_case TO narrowgate_application");
        // Then
        assertThat(answer).contains("\"code\":\"SERVICE_UNAVAILABLE\"").doesNotContain("\"person\":{");
        assertThat(behind.entries()).isEqualTo(entries);
    }

    private void assertTracedAgainAfterNoticeOf(Runnable ending) {
        // Given
        ending.run();
        // When
        daysGoBy(13);
        var onTheLastDay = ask("counter-fraud", counterFraud(numbered(ELEANOR)));
        daysGoBy(1);
        var after = ask("counter-fraud", counterFraud(numbered(ELEANOR)));
        // Then
        assertThat(stateOf(onTheLastDay)).isEqualTo("NOT_TRACED");
        assertThat(stateOf(after)).isEqualTo("TRACED");
    }

    private RightsCase restrict(String person) {
        return requests.ask(new NhsNumber(person), new Asked.Restriction(), "");
    }

    private void daysGoBy(int days) {
        clock.set(clock.instant().plus(Duration.ofDays(days)));
    }

    private static Map<String, Object> caseReview(String person) {
        return Map.of(
                "purpose",
                "case-review",
                "caseReference",
                "case 1",
                "subject",
                numbered(person),
                "sourcesExhausted",
                true,
                "justification",
                "The case is heard next week, and nobody else knows where to look.");
    }

    private static String ask(String client, Map<String, Object> input) {
        return Door.trace(client, input, "deceased");
    }

    private static String stateOf(String answer) {
        return Door.node(answer).get("state").asText();
    }

    private static String idOf(String answer) {
        return Door.node(answer).get("id").asText();
    }

    private String circumstances(long entry) {
        return ((ObjectNode) behind.circumstances(entry))
                .without(List.of("at", "request"))
                .toString();
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.properties().stream().map(Map.Entry::getKey).toList());
    }
}
