package org.narrowgate.governance.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.governance.PublishedForTests;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.Stoppable;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(StopsProfile.class)
class StopServiceTest {
    private static final Staff ADA = staff("ada", StaffRole.POLICY_AUTHOR);
    private static final Staff PAUL = staff("paul", StaffRole.POLICY_APPROVER);
    private static final Staff BRUNO = staff("bruno", StaffRole.POLICY_AUTHOR, StaffRole.POLICY_APPROVER);
    private static final Staff CARLA = staff("carla", StaffRole.CASEWORKER, StaffRole.OVERSEER);
    private static final Stoppable COMMISSION = thing(Stoppable.Kind.AGREEMENT, "case-review-commission-agreement");
    private static final String WHY = "An officer has misused it.";
    private static final String BECAUSE = "The officer is gone.";
    private static final String AGREED = "I have looked at it too.";
    private static final OptionalLong WHICHEVER = OptionalLong.empty();

    @Inject
    StopService stops;

    @Inject
    PolicyInForce policy;

    @Inject
    PublishedForTests published;

    private final BehindTheDoor behind = new BehindTheDoor();

    @AfterEach
    void startAgain() {
        if (stops.holding(COMMISSION).isPresent()) {
            startAgain(COMMISSION);
        }
    }

    private void startAgain(Stoppable thing) {
        stops.proposeResume(staff("proposer", StaffRole.POLICY_AUTHOR), thing, WHICHEVER, BECAUSE);
        stops.approveResume(staff("approver", StaffRole.POLICY_APPROVER), thing, WHICHEVER, AGREED);
    }

    @Test
    void oneStopsAtOnceAndTheLogSaysSo() {
        // Given
        var first = behind.entries();
        var before = policy.current();
        // When
        var suspension = stops.suspend(ADA, COMMISSION, "  " + WHY + " ");
        // Then
        var stop = suspension.stop();
        assertThat(suspension).isInstanceOf(Suspension.Now.class);
        assertThat(stop.entry()).isEqualTo(first);
        assertThat(behind.circumstancesFrom(first)).singleElement().satisfies(said -> {
            assertThat(said.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("form", "kind", "at", "what", "id", "policyVersion", "policyHash");
            assertThat(said.get("kind").asText()).isEqualTo("stop");
            assertThat(said.get("what").asText()).isEqualTo("agreement");
            assertThat(said.get("id").asText()).isEqualTo("case-review-commission-agreement");
            assertThat(said.get("policyHash").asText())
                    .isEqualTo(before.policy().hash());
        });
        assertThat(behind.particulars(first).get("reason").asText()).isEqualTo(WHY);
        assertThat(behind.particulars(first).get("by").asText()).matches("k1:[0-9a-f]{64}");
        assertThat(policy.current().mark().stops()).isEqualTo(stop.number());
        assertThat(policy.current().number()).isEqualTo(before.number());
        assertThat(stops.all().getFirst()).isEqualTo(new Stoppage(stop, List.of(), Optional.empty()));
    }

    @Test
    void whatIsStoppedIsNotStoppedTwice() {
        // Given
        var stop = stops.suspend(ADA, COMMISSION, WHY).stop();
        var entries = behind.entries();
        // When
        var again = stops.suspend(PAUL, COMMISSION, "Because of another thing.");
        // Then
        assertThat(again).isEqualTo(new Suspension.Before(stop));
        assertThat(behind.entries()).isEqualTo(entries);
    }

    @Test
    void twoStartItAgainAndTheLogSaysSo() {
        // Given
        var stop = stops.suspend(ADA, COMMISSION, WHY).stop();
        var first = behind.entries();
        // When
        stops.proposeResume(ADA, COMMISSION, WHICHEVER, BECAUSE);
        var entriesOfTheProposal = behind.entries() - first;
        var ended = stops.approveResume(PAUL, COMMISSION, OptionalLong.of(stop.number()), AGREED);
        // Then
        assertThat(entriesOfTheProposal).isZero();
        assertThat(behind.circumstancesFrom(first)).singleElement().satisfies(said -> {
            assertThat(said.get("kind").asText()).isEqualTo("resume");
            assertThat(said.get("id").asText()).isEqualTo("case-review-commission-agreement");
            assertThat(said.get("lifts").asLong()).isEqualTo(stop.entry());
        });
        assertThat(behind.particulars(first).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("by", "reason", "proposedBy", "proposal");
        var resumption = ended.end().orElseThrow();
        assertThat(resumption.number()).isEqualTo(stop.number() + 1);
        assertThat(resumption.entry()).isEqualTo(first);
        assertThat(resumption.proposal().by().id()).isEqualTo("ada");
        assertThat(resumption.by().id()).isEqualTo("paul");
        assertThat(stops.holding(COMMISSION)).isEmpty();
    }

    @Test
    void nobodyApprovesTheirOwnProposalWhateverTheirRoles() {
        // Given
        stops.suspend(BRUNO, COMMISSION, WHY);
        stops.proposeResume(BRUNO, COMMISSION, WHICHEVER, BECAUSE);
        // When, Then
        refused(Fault.SAME_PERSON, () -> stops.approveResume(BRUNO, COMMISSION, WHICHEVER, AGREED));
        refused(Fault.NOT_FOR_THIS_ROLE, () -> stops.approveResume(ADA, COMMISSION, WHICHEVER, AGREED));
        refused(Fault.NOT_OFFERED, () -> stops.proposeResume(BRUNO, COMMISSION, WHICHEVER, BECAUSE));
        assertThat(stops.holding(COMMISSION)).isPresent();
    }

    @Test
    void anotherMayProposeSoThatTheFirstCanApprove() {
        // Given
        stops.suspend(PAUL, COMMISSION, WHY);
        stops.proposeResume(PAUL, COMMISSION, WHICHEVER, BECAUSE);
        stops.proposeResume(ADA, COMMISSION, WHICHEVER, BECAUSE);
        // When
        var ended = stops.approveResume(PAUL, COMMISSION, WHICHEVER, AGREED);
        // Then
        assertThat(ended.end().orElseThrow().proposal().by().id()).isEqualTo("ada");
    }

    @Test
    void aProposalCountsForItsOwnStopOnly() {
        // Given
        var first = stops.suspend(ADA, COMMISSION, WHY).stop();
        stops.proposeResume(ADA, COMMISSION, WHICHEVER, BECAUSE);
        stops.proposeResume(BRUNO, COMMISSION, WHICHEVER, BECAUSE);
        stops.approveResume(PAUL, COMMISSION, WHICHEVER, AGREED);
        stops.suspend(ADA, COMMISSION, "It has happened again.");
        // When, Then
        refused(Fault.NOT_OFFERED, () -> stops.approveResume(PAUL, COMMISSION, WHICHEVER, AGREED));
        var seen = OptionalLong.of(first.number());
        refused(Fault.STALE, () -> stops.approveResume(PAUL, COMMISSION, seen, AGREED));
        refused(Fault.STALE, () -> stops.proposeResume(PAUL, COMMISSION, seen, BECAUSE));
        assertThat(stops.holding(COMMISSION)).isPresent();
    }

    @Test
    void whatIsNotStoppedIsNotStartedAgain() {
        refused(Fault.NOT_OFFERED, () -> stops.proposeResume(ADA, COMMISSION, WHICHEVER, BECAUSE));
        refused(Fault.NOT_OFFERED, () -> stops.approveResume(PAUL, COMMISSION, WHICHEVER, AGREED));
    }

    @Test
    void onlyWhatIsThereIsStoppedByWhomItIsOfferedWithAReason() {
        var nothing = thing(Stoppable.Kind.PURPOSE, "case-review-commission-agreement");
        refused(Fault.TARGET_UNKNOWN, () -> stops.suspend(ADA, nothing, WHY));
        refused(Fault.TARGET_UNKNOWN, () -> stops.proposeResume(ADA, nothing, WHICHEVER, WHY));
        refused(Fault.NOT_FOR_THIS_ROLE, () -> stops.suspend(CARLA, COMMISSION, WHY));
        refused(Fault.NOT_FOR_THIS_ROLE, () -> stops.proposeResume(CARLA, COMMISSION, WHICHEVER, WHY));
        refused(Fault.TEXT_UNFIT, () -> stops.suspend(ADA, COMMISSION, "too short"));
        refused(Fault.TEXT_UNFIT, () -> stops.suspend(ADA, COMMISSION, "x".repeat(2001)));
        assertThat(stops.holding(COMMISSION)).isEmpty();
    }

    @Test
    void whatIsOnlyAnnouncedIsStoppedBeforeItsDay() {
        // Given
        var current = policy.refresh().policy();
        var later = Policy.read(current.canonicalJson()
                .replace("case-review-commission-agreement", "case-review-commission-agreement-2"));
        published.publish(later, Instant.now().plus(Duration.ofDays(3)));
        var announced = thing(Stoppable.Kind.AGREEMENT, "case-review-commission-agreement-2");
        // When
        var suspension = stops.suspend(ADA, announced, WHY);
        // Then
        assertThat(suspension).isInstanceOf(Suspension.Now.class);
        assertThat(policy.announcements()
                        .at(Instant.now().plus(Duration.ofDays(4)))
                        .policy()
                        .stops()
                        .stopOf(announced))
                .hasValue(suspension.stop().number());
        startAgain(announced);
        published.publish(current, Instant.now());
    }

    @Test
    void noneOfManyStopsAtOnceFails() throws Exception {
        // Given
        var document = policy.refresh().policy().document();
        var things = Stream.concat(
                        document.agencies().stream().map(agency -> new Stoppable.OfAgency(agency.id())),
                        document.purposes().stream().map(purpose -> new Stoppable.OfPurpose(purpose.id())))
                .<Stoppable>map(thing -> thing)
                .toList();
        var work = things.stream()
                .map(thing -> (Callable<Suspension>) () -> stops.suspend(ADA, thing, WHY))
                .toList();
        // When
        var suspensions = new ArrayList<Suspension>();
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var done : threads.invokeAll(work)) {
                suspensions.add(done.get());
            }
        }
        // Then
        assertThat(suspensions).hasSize(15).hasOnlyElementsOfType(Suspension.Now.class);
        things.forEach(this::startAgain);
    }

    private static void refused(Fault fault, ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }

    private static Stoppable thing(Stoppable.Kind kind, String id) {
        return kind.named(id).orElseThrow();
    }

    private static Staff staff(String id, StaffRole... roles) {
        return new Staff(id, id, Set.of(roles));
    }
}
