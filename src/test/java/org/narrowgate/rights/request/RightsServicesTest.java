package org.narrowgate.rights.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.TravelledClock;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.request.RightsException.Fault;
import org.narrowgate.subject.NhsNumber;

/** What people ask and what caseworkers answer, on a real database with a real log. */
@QuarkusTest
@TestProfile(TravelledRights.class)
class RightsServicesTest {
    private static final NhsNumber DANIEL = new NhsNumber("9000000149");
    private static final NhsNumber SOMEBODY_ELSE = new NhsNumber("9000000009");
    private static final NhsNumber MERGED = new NhsNumber("9000000084");
    private static final NhsNumber SUCCESSOR = new NhsNumber("9000000092");
    private static final Asked OBJECTION = new Asked.Objection(new PurposeId("counter-fraud"));
    private static final Asked RESTRICTION = new Asked.Restriction();
    private static final String WHY = "An officer of theirs is my former husband.";
    private static final String REASONS = "We have looked at what you wrote, and this is what we found.";
    private static final Staff CARLA = Caseworkers.CARLA;

    @Inject
    RequestService requests;

    @Inject
    RulingService rulings;

    @Inject
    RightsRetentionService retention;

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    TravelledClock clock;

    @BeforeEach
    void nobodyHasAskedAnything() {
        behind.holdTheCast();
        behind.change("TRUNCATE rights_case, rights_case_subject, rights_case_entry");
        clock.set(Instant.parse("2026-11-02T10:00:00Z"));
    }

    @Test
    void whatIsAskedIsACaseAndTheLogSaysSo() {
        // Given
        var first = behind.entries();
        // When
        var file = requests.ask(DANIEL, OBJECTION, "  " + WHY + " ");
        // Then
        assertThat(file)
                .isEqualTo(new RightsCase(
                        file.id(),
                        1,
                        file.subject(),
                        OBJECTION,
                        WHY,
                        Instant.parse("2026-11-02T10:00:00Z"),
                        Optional.empty(),
                        new RightsState.Received()));
        assertThat(requests.casesOf(DANIEL)).containsExactly(file);
        assertThat(behind.circumstancesFrom(first)).singleElement().satisfies(said -> {
            assertThat(said.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "form", "kind", "at", "case", "asked", "state", "policyVersion", "policyHash");
            assertThat(said.get("kind").asText()).isEqualTo("rights-asked");
            assertThat(said.get("case").asText()).isEqualTo(file.id().toString());
            assertThat(said.get("asked").asText()).isEqualTo("objection");
            assertThat(said.get("state").asText()).isEqualTo("received");
        });
        assertThat(behind.particulars(first).fieldNames()).toIterable().containsExactlyInAnyOrder("subject", "words");
        assertThat(behind.particulars(first).get("words").asText()).isEqualTo(WHY);
        assertThat(behind.particulars(first).get("subject").asText())
                .isEqualTo(file.subject())
                .doesNotContain(DANIEL.digits());
    }

    @Test
    void noTableHoldsWhoseACaseIs() {
        // Given
        requests.ask(DANIEL, RESTRICTION, "");
        // When
        var rows = behind.rows("SELECT c::text, s::text FROM rights_case c, rights_case_subject s");
        // Then
        assertThat(rows)
                .hasSize(behind.rows("SELECT id::text FROM pseudonym_key").size())
                .allSatisfy(row -> assertThat(String.join(" ", row)).doesNotContain(DANIEL.digits()));
    }

    @ParameterizedTest
    @EnumSource(Asked.Kind.class)
    void theSameIsNotAskedTwiceWhileItIsOpen(Asked.Kind kind) {
        // Given
        var asked = kind.about(
                        kind == Asked.Kind.OBJECTION ? Optional.of(new PurposeId("counter-fraud")) : Optional.empty())
                .orElseThrow();
        var file = requests.ask(DANIEL, asked, WHY);
        // When
        assertRefused(Fault.ALREADY_ASKED, () -> requests.ask(DANIEL, asked, WHY));
        // Then
        assertThat(requests.askedBy(DANIEL)).containsExactly(asked);
        requests.withdraw(DANIEL, file.id());
        assertThat(requests.askedBy(DANIEL)).isEmpty();
        assertThat(requests.ask(DANIEL, asked, WHY).asked()).isEqualTo(asked);
    }

    @Test
    void ofManyWhoAskTheSameAtOnceOneIsReceived() throws Exception {
        // Given
        Callable<Boolean> asking = () -> {
            try {
                requests.ask(DANIEL, RESTRICTION, "");
                return true;
            } catch (RightsException refused) {
                return false;
            }
        };
        // When
        try (var browsers = Executors.newFixedThreadPool(8)) {
            var received = browsers.invokeAll(Collections.nCopies(8, asking)).stream()
                    .filter(answer -> answer.resultNow())
                    .count();
            // Then
            assertThat(received).isEqualTo(1);
        }
        assertThat(requests.casesOf(DANIEL)).hasSize(1);
    }

    @Test
    void objectionsToTwoPurposesAreTwoCases() {
        // Given
        var other = new Asked.Objection(new PurposeId("coroner-primary-care"));
        // When
        requests.ask(DANIEL, OBJECTION, WHY);
        clock.set(clock.instant().plusSeconds(60));
        requests.ask(DANIEL, other, WHY);
        // Then
        assertThat(requests.casesOf(DANIEL)).extracting(RightsCase::asked).containsExactly(other, OBJECTION);
    }

    @Test
    void aCaseIsThePersonsWhateverNumberLeadsToThem() {
        // When
        var file = requests.ask(MERGED, RESTRICTION, "");
        // Then
        assertThat(requests.casesOf(SUCCESSOR)).containsExactly(file);
        assertRefused(Fault.ALREADY_ASKED, () -> requests.ask(SUCCESSOR, RESTRICTION, ""));
        assertThat(requests.casesOf(SOMEBODY_ELSE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"court-order", "missing-vulnerable-person", "no-such-purpose"})
    void thereIsNoObjectingWhereTheLawfulBasisLeavesNoRightTo(String purpose) {
        assertRefused(Fault.NOT_OFFERED, () -> requests.ask(DANIEL, new Asked.Objection(new PurposeId(purpose)), WHY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too short", "                         ", "nineteen characters"})
    void whyHasToBeSaidWhereItIsWeighed(String words) {
        assertRefused(Fault.TEXT_UNFIT, () -> requests.ask(DANIEL, OBJECTION, words));
        assertRefused(Fault.TEXT_UNFIT, () -> requests.ask(DANIEL, new Asked.Rectification(), words));
    }

    @ParameterizedTest
    @EnumSource(Asked.Kind.class)
    void nothingIsLongerThanItMayBe(Asked.Kind kind) {
        // Given
        var asked = kind.about(
                        kind == Asked.Kind.OBJECTION ? Optional.of(new PurposeId("counter-fraud")) : Optional.empty())
                .orElseThrow();
        // When
        assertThatThrownBy(() -> requests.ask(DANIEL, asked, "x".repeat(2001)))
                .isInstanceOfSatisfying(
                        RightsException.class,
                        refused -> assertThat(refused.sentence()).contains("2,000", "2,001"));
        // Then
        assertThat(requests.ask(DANIEL, asked, "x".repeat(2000)).words()).hasSize(2000);
    }

    @Test
    void whatCannotBePrintedIsNotKept() {
        assertRefused(Fault.TEXT_UNFIT, () -> requests.ask(DANIEL, OBJECTION, WHY + "\u0000"));
    }

    @Test
    void nobodyTakesBackSomebodyElsesRequest() {
        // Given
        var file = requests.ask(DANIEL, RESTRICTION, "");
        // When, Then
        assertRefused(Fault.CASE_UNKNOWN, () -> requests.withdraw(SOMEBODY_ELSE, file.id()));
        assertThat(requests.casesOf(DANIEL)).containsExactly(file);
    }

    @Test
    void aDecisionIsToldThePersonAndTheLogSaysWhoMadeItUnderAPseudonym() {
        // Given
        var file = requests.ask(DANIEL, RESTRICTION, "");
        var first = behind.entries();
        // When
        var decided = rulings.refuse(CARLA, file.id(), 1, " " + REASONS);
        // Then
        assertThat(decided.state())
                .isEqualTo(new RightsState.Refused(new Reply("carla", "Carla", clock.instant(), REASONS)));
        assertThat(decided.hold()).isEqualTo(new Hold.Until(Instant.parse("2026-11-16T00:00:00Z")));
        assertThat(requests.casesOf(DANIEL)).containsExactly(decided);
        assertThat(behind.circumstancesFrom(first)).singleElement().satisfies(said -> {
            assertThat(said.get("kind").asText()).isEqualTo("rights-decided");
            assertThat(said.get("state").asText()).isEqualTo("refused");
        });
        assertThat(behind.particulars(first).get("reasons").asText()).isEqualTo(REASONS);
        assertThat(behind.particulars(first).get("by").asText()).doesNotContain("carla");
        assertThat(behind.particulars(first).get("subject").asText()).isEqualTo(file.subject());
    }

    @Test
    void theTimeIsExtendedOnceAndCountsFromReceipt() {
        // Given
        var file = requests.ask(DANIEL, new Asked.Copy(), "");
        clock.set(clock.instant().plus(Duration.ofDays(20)));
        // When
        var extended = rulings.extend(CARLA, file.id(), 1, 2, REASONS);
        // Then
        assertThat(file.time().dueBy(WorkingDays.shipped())).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(extended.time().dueBy(WorkingDays.shipped())).isEqualTo(LocalDate.of(2027, 2, 2));
        assertThat(rulings.open(CARLA)).containsExactly(extended);
        assertRefused(Fault.NOT_OFFERED, () -> rulings.extend(CARLA, file.id(), 2, 1, REASONS));
    }

    @Test
    void anUpheldRestrictionGoesOnUntilItIsLifted() {
        // Given
        var file = requests.ask(DANIEL, RESTRICTION, "");
        var standing = rulings.uphold(CARLA, file.id(), 1, REASONS);
        // When
        var lifted = rulings.lift(Caseworkers.COLIN, file.id(), 2, REASONS);
        // Then
        assertThat(standing.hold()).isEqualTo(new Hold.Open());
        assertThat(lifted.hold()).isEqualTo(new Hold.Until(Instant.parse("2026-11-16T00:00:00Z")));
        assertThat(rulings.decided(CARLA)).containsExactly(lifted);
        assertThat(rulings.open(CARLA)).isEmpty();
    }

    @Test
    void whatHasMovedSinceItWasSeenIsNotMoved() {
        // Given
        var file = requests.ask(DANIEL, RESTRICTION, "");
        var upheld = rulings.uphold(CARLA, file.id(), 1, REASONS);
        var entries = behind.entries();
        // When, Then
        assertRefused(Fault.STALE, () -> rulings.refuse(Caseworkers.COLIN, file.id(), 1, REASONS));
        assertThat(requests.casesOf(DANIEL)).containsExactly(upheld);
        assertThat(behind.entries()).isEqualTo(entries);
    }

    @Test
    void ofTwoDecisionsAtOnceOneCounts() throws Exception {
        // Given
        var file = requests.ask(DANIEL, RESTRICTION, "");
        var entries = behind.entries();
        // When
        try (var console = Executors.newFixedThreadPool(2)) {
            var answers = console.invokeAll(List.<Callable<String>>of(
                    () -> outcomeOf(() -> rulings.uphold(CARLA, file.id(), 1, REASONS)),
                    () -> outcomeOf(() -> rulings.refuse(Caseworkers.COLIN, file.id(), 1, REASONS))));
            // Then
            assertThat(answers.stream().map(answer -> answer.resultNow())).containsExactlyInAnyOrder("done", "STALE");
        }
        assertThat(behind.entries()).isEqualTo(entries + 1);
    }

    @Test
    void openingACaseIsInTheLog() {
        // Given
        var file = requests.ask(DANIEL, RESTRICTION, "");
        var first = behind.entries();
        // When
        var seen = rulings.view(CARLA, file.id());
        // Then
        assertThat(seen).isEqualTo(file);
        assertThat(behind.circumstancesFrom(first))
                .singleElement()
                .satisfies(said -> assertThat(said.get("kind").asText()).isEqualTo("rights-viewed"));
    }

    @Test
    void onlyCaseworkersSeeCases() {
        // Given
        var file = requests.ask(DANIEL, RESTRICTION, "");
        var overseer = new Staff("olga", "Olga", Set.of(StaffRole.OVERSEER, StaffRole.POLICY_APPROVER));
        // When, Then
        assertRefused(Fault.NOT_FOR_THIS_ROLE, () -> rulings.open(overseer));
        assertRefused(Fault.NOT_FOR_THIS_ROLE, () -> rulings.view(overseer, file.id()));
        assertRefused(Fault.NOT_FOR_THIS_ROLE, () -> rulings.refuse(overseer, file.id(), 1, REASONS));
    }

    @Test
    void aDecisionWithoutReasonsOfSubstanceIsNone() {
        // Given
        var file = requests.ask(DANIEL, RESTRICTION, "");
        // When, Then
        assertRefused(Fault.TEXT_UNFIT, () -> rulings.refuse(CARLA, file.id(), 1, "Because it is so."));
        assertThat(requests.casesOf(DANIEL)).containsExactly(file);
    }

    @Test
    void aYearAfterItIsOverACaseSaysOfNobodyAndTheLogSaysWhy() {
        // Given
        var first = behind.entries();
        var over = requests.ask(DANIEL, RESTRICTION, WHY);
        rulings.refuse(CARLA, over.id(), 1, REASONS);
        var standing = requests.ask(DANIEL, OBJECTION, WHY);
        rulings.uphold(CARLA, standing.id(), 1, REASONS);
        behind.change("UPDATE ledger_entry SET appended_at = appended_at - interval '2 years' WHERE index >= ?", first);
        behind.change("UPDATE rights_case SET erase_on = '2026-11-01' WHERE erase_on IS NOT NULL");
        var entries = behind.entries();
        // When
        retention.pass();
        retention.pass();
        // Then
        assertThat(behind.circumstancesFrom(entries)).singleElement().satisfies(said -> {
            assertThat(said.get("kind").asText()).isEqualTo("erasure");
            assertThat(said.get("reason").asText()).isEqualTo("retention");
            assertThat(said.get("entries").toString()).isEqualTo("[" + first + "," + (first + 1) + "]");
        });
        assertThat(behind.rows("SELECT index FROM ledger_particulars WHERE index >= ? ORDER BY index", first))
                .containsExactly(
                        List.of(String.valueOf(first + 2)),
                        List.of(String.valueOf(first + 3)),
                        List.of(String.valueOf(entries)));
        assertThat(requests.casesOf(DANIEL)).extracting(RightsCase::id).containsExactly(standing.id());
        assertThat(behind.rows("SELECT subject, words, reply ->> 'text' FROM rights_case WHERE erased_at IS NOT NULL"))
                .containsExactly(List.of("", "", ""));
    }

    @Test
    void aCaseThatCaseworkersLookedAtWithinTheYearWaits() {
        // Given
        var file = requests.ask(DANIEL, RESTRICTION, WHY);
        requests.withdraw(DANIEL, file.id());
        behind.change("UPDATE rights_case SET erase_on = '2026-11-01'");
        var entries = behind.entries();
        // When
        retention.pass();
        // Then
        assertThat(behind.entries()).isEqualTo(entries);
        assertThat(requests.casesOf(DANIEL)).extracting(RightsCase::words).containsExactly(WHY);
    }

    private static String outcomeOf(Runnable decision) {
        try {
            decision.run();
            return "done";
        } catch (RightsException refused) {
            return refused.fault().name();
        }
    }

    private static void assertRefused(Fault fault, ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        RightsException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
