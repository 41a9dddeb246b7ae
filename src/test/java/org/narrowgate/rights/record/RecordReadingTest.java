package org.narrowgate.rights.record;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.OpenedEntry;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.Precision;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.rights.record.MyRecord.Disclosure;
import org.narrowgate.rights.record.MyRecord.Opening;
import org.narrowgate.rights.record.MyRecord.Outcome;
import org.narrowgate.rights.record.MyRecord.PurposeTerms;
import org.narrowgate.rights.record.MyRecord.Request;
import org.narrowgate.rights.record.MyRecord.Session;
import org.narrowgate.rights.record.MyRecord.Terms;

class RecordReadingTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant LATER = MONDAY.plus(Duration.ofDays(30));
    private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final Policy POLICY = Policy.shipped();
    private static final Delay NONE = _ -> Optional.empty();

    @Test
    void saysWhoReceivedWhichDetailsWhenAndOnWhatItRests() {
        // Given
        var entry = entry(
                0,
                MONDAY,
                ONE,
                "request",
                Map.of(
                        "outcome",
                        "traced",
                        "released",
                        List.of("generalPractice.registeredOn"),
                        "generalised",
                        Map.of("birthDate", "year")));
        // When
        var requests = reading(NONE).requests(List.of(entry), RecordReadingTest::noneOf);
        // Then
        assertThat(requests)
                .containsExactly(new Request(
                        ONE,
                        MONDAY,
                        counterFraud(),
                        new Outcome.Received(List.of(new Disclosure(
                                MONDAY,
                                List.of(Field.PRACTICE_REGISTERED_ON),
                                Map.of(Field.BIRTH_DATE, Precision.YEAR),
                                Optional.empty())))));
    }

    @Test
    void countsWhatWasReadAgainToTheRequestItBelongsTo() {
        // Given
        var entries = List.of(
                entry(0, MONDAY, ONE, "request", released("deceased")),
                entry(1, TUESDAY, ONE, "reading", released("deceased")));
        // When
        var requests = reading(NONE).requests(entries, RecordReadingTest::noneOf);
        // Then
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request.outcome())
                        .isEqualTo(new Outcome.Received(List.of(deceasedAt(TUESDAY), deceasedAt(MONDAY)))));
    }

    @Test
    void saysNothingOfARequestBeforeItIsDecided() {
        // Given
        var undecided = entry(0, MONDAY, ONE, "request", Map.of("outcome", "under-review"));
        // When and then
        assertThat(reading(NONE).requests(List.of(undecided), RecordReadingTest::noneOf))
                .isEmpty();
    }

    @Test
    void saysThatAnUndecidedRequestWasTakenBack() {
        // Given
        var undecided = entry(0, MONDAY, ONE, "request", Map.of("outcome", "under-review"));
        // When
        var requests = reading(NONE).requests(List.of(undecided), takenBackOn(TUESDAY));
        // Then
        assertThat(requests)
                .containsExactly(new Request(ONE, MONDAY, counterFraud(), new Outcome.Withdrawn(Optional.empty())));
    }

    @Test
    void saysNothingOfARequestTakenBackWhileADecisionOfThatMomentWouldBeDelayed() {
        // Given
        var undecided = entry(0, MONDAY, ONE, "request", Map.of("outcome", "under-review"));
        Delay sinceTuesday =
                step -> Optional.of(LATER.plusNanos(1)).filter(_ -> !step.at().isBefore(TUESDAY));
        // When and then
        assertThat(reading(sinceTuesday).requests(List.of(undecided), takenBackOn(TUESDAY)))
                .isEmpty();
    }

    @Test
    void saysUntilWhenItWasDelayedThatARequestWasTakenBack() {
        // Given
        var undecided = entry(0, MONDAY, ONE, "request", Map.of("outcome", "under-review"));
        Delay sinceTuesday = step -> Optional.of(LATER).filter(_ -> !step.at().isBefore(TUESDAY));
        // When
        var requests = reading(sinceTuesday).requests(List.of(undecided), takenBackOn(TUESDAY));
        // Then
        assertThat(requests)
                .containsExactly(new Request(ONE, MONDAY, counterFraud(), new Outcome.Withdrawn(Optional.of(LATER))));
    }

    @Test
    void tellsAllowedRefusedAndNotTracedApartTheLatestFirst() {
        // Given
        var third = UUID.fromString("00000000-0000-0000-0000-000000000003");
        var entries = List.of(
                entry(0, MONDAY, ONE, "request", Map.of("outcome", "under-review")),
                entry(1, MONDAY.plusSeconds(1), OTHER, "request", Map.of("outcome", "not-traced")),
                entry(
                        2,
                        MONDAY.plusSeconds(2),
                        third,
                        "request",
                        Map.of("outcome", "refused", "reason", "LIMIT_REACHED", "clause", "7")),
                entry(3, MONDAY.plusSeconds(3), ONE, "review", Map.of("outcome", "traced", "released", List.of())));
        // When
        var requests = reading(NONE).requests(entries, RecordReadingTest::noneOf);
        // Then
        assertThat(requests)
                .extracting(Request::outcome)
                .containsExactly(
                        new Outcome.Allowed(Optional.empty()),
                        new Outcome.Refused(RefusalReason.LIMIT_REACHED, Optional.empty()),
                        new Outcome.NotTraced(Optional.empty()));
    }

    @Test
    void isTheSameToTheLastByteWithAndWithoutADelayedDisclosure() {
        // Given
        var shown = entry(0, MONDAY, ONE, "request", released("deceased"));
        var delayed = entry(1, TUESDAY, OTHER, "request", released("address.postcode"));
        var delayedReading = entry(2, TUESDAY, ONE, "reading", released("address.postcode"));
        Delay untilLater = step -> step.index() == 0 ? Optional.empty() : Optional.of(LATER.plusNanos(1));
        // When
        var without = reading(untilLater).requests(List.of(shown), RecordReadingTest::noneOf);
        var with = reading(untilLater).requests(List.of(shown, delayed, delayedReading), RecordReadingTest::noneOf);
        // Then
        assertThat(with).isEqualTo(without);
        assertThat(RecordJson.of(record(with)))
                .hasToString(RecordJson.of(record(without)).toString());
    }

    @Test
    void showsADelayedDisclosureWhenItsTimeHasComeWithWhenItHappenedAndThatItWasDelayed() {
        // Given
        var delayed = entry(0, MONDAY, ONE, "request", released("deceased"));
        // When
        var requests = reading(_ -> Optional.of(LATER)).requests(List.of(delayed), RecordReadingTest::noneOf);
        // Then
        assertThat(requests)
                .containsExactly(new Request(
                        ONE,
                        MONDAY,
                        counterFraud(),
                        new Outcome.Received(List.of(
                                new Disclosure(MONDAY, List.of(Field.DECEASED), Map.of(), Optional.of(LATER))))));
    }

    @Test
    void leavesOutWhatIsNoStepOfARequest() {
        // Given
        var opening = opened("a session");
        // When and then
        assertThat(reading(NONE).requests(List.of(opening), RecordReadingTest::noneOf))
                .isEmpty();
    }

    @Test
    void showsNothingRatherThanARecordWithAnEntryItCannotRead() {
        // Given
        var unknownField = entry(0, MONDAY, ONE, "request", released("shoeSize"));
        // When and then
        assertThatThrownBy(() -> reading(NONE).requests(List.of(unknownField), RecordReadingTest::noneOf))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("entry 0 cannot be read");
    }

    @Test
    void tellsAnOpeningOfThisSessionFromOneOfAnother() {
        assertThat(Openings.of(List.of(opened("mine"), opened("theirs")), "mine"))
                .containsExactlyInAnyOrder(new Opening(MONDAY, Session.THIS), new Opening(MONDAY, Session.ANOTHER));
    }

    @Test
    void takesALookWithinAMinuteByTheSameSessionForTheSameOpening() {
        // Given
        var mine = List.of(new Opening(MONDAY, Session.THIS));
        var theirs = List.of(new Opening(MONDAY, Session.ANOTHER));
        // When and then
        assertThat(Openings.goesOn(mine, MONDAY.plusSeconds(59))).isTrue();
        assertThat(Openings.goesOn(mine, MONDAY.plusSeconds(60))).isFalse();
        assertThat(Openings.goesOn(theirs, MONDAY.plusSeconds(1))).isFalse();
    }

    @Test
    void givesACopyItsStableKeys() {
        // Given
        var request = new Request(
                ONE,
                MONDAY,
                counterFraud(),
                new Outcome.Received(List.of(new Disclosure(
                        MONDAY,
                        List.of(Field.DECEASED),
                        Map.of(Field.BIRTH_DATE, Precision.YEAR),
                        Optional.of(TUESDAY)))));
        // When
        var json = RecordJson.of(
                new MyRecord(Optional.of(MONDAY), List.of(request), List.of(new Opening(TUESDAY, Session.THIS))));
        // Then
        var purpose = POLICY.purpose(new PurposeId("counter-fraud")).orElseThrow();
        assertThat(json)
                .isEqualTo(Map.of(
                        "form",
                        1,
                        "logBegan",
                        "2026-03-02T09:00:00Z",
                        "openings",
                        List.of("2026-03-03T09:00:00Z"),
                        "requests",
                        List.of(Map.of(
                                "at",
                                "2026-03-02T09:00:00Z",
                                "agency",
                                Map.of(
                                        "id",
                                        "counter-fraud",
                                        "name",
                                        counterFraud().agency()),
                                "purpose",
                                Map.of("id", "counter-fraud", "title", purpose.title()),
                                "lawfulBasis",
                                "public task",
                                "statute",
                                purpose.statute(),
                                "agreement",
                                counterFraud().agreement().orElseThrow(),
                                "outcome",
                                "received",
                                "disclosures",
                                List.of(Map.of(
                                        "at",
                                        "2026-03-02T09:00:00Z",
                                        "released",
                                        List.of("deceased"),
                                        "generalised",
                                        Map.of("birthDate", "year"),
                                        "delayedUntil",
                                        "2026-03-03T09:00:00Z"))))));
    }

    private static Disclosure deceasedAt(Instant at) {
        return new Disclosure(at, List.of(Field.DECEASED), Map.of(), Optional.empty());
    }

    private static MyRecord record(List<Request> requests) {
        return new MyRecord(Optional.of(MONDAY), requests, List.of());
    }

    private static RecordReading reading(Delay delay) {
        return new RecordReading(_ -> Optional.of(POLICY), delay, LATER);
    }

    private static Map<UUID, Instant> noneOf(Set<UUID> requests) {
        return Map.of();
    }

    private static Function<Set<UUID>, Map<UUID, Instant>> takenBackOn(Instant moment) {
        return requests -> requests.stream().collect(toUnmodifiableMap(request -> request, _ -> moment));
    }

    private static Terms counterFraud() {
        var agency = new AgencyId("counter-fraud");
        var purpose = POLICY.purpose(new PurposeId("counter-fraud")).orElseThrow();
        return new Terms(
                agency,
                POLICY.agency(agency).orElseThrow().name(),
                Optional.of(
                        new PurposeTerms(purpose.id(), purpose.title(), LawfulBasis.PUBLIC_TASK, purpose.statute())),
                POLICY.agreementOf(agency).map(agreement -> agreement.title()));
    }

    private static Map<String, Object> released(String path) {
        return Map.of("outcome", "traced", "released", List.of(path), "generalised", Map.of());
    }

    private static OpenedEntry opened(String session) {
        var entry = Openings.entry("k1:00", session, MONDAY);
        return new OpenedEntry(9, MONDAY, entry.circumstances(), Optional.of(entry.particulars()));
    }

    private static OpenedEntry entry(long index, Instant at, UUID request, String kind, Map<String, Object> result) {
        var circumstances = new HashMap<String, Object>(Map.of(
                "form",
                1,
                "kind",
                kind,
                "at",
                at.toString(),
                "request",
                request.toString(),
                "agency",
                "counter-fraud",
                "purpose",
                "counter-fraud",
                "ground",
                "SERIOUS_CRIMINALITY",
                "policyVersion",
                1));
        circumstances.putAll(result);
        var entry = Entry.of(circumstances, Map.of("subject", "k1:00", "caseReference", "case 1"));
        return new OpenedEntry(index, at, entry.circumstances(), Optional.of(entry.particulars()));
    }
}
