package org.narrowgate.transparency.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.PublishedVersion.State;
import org.narrowgate.governance.stop.Proposal;
import org.narrowgate.governance.stop.Resumption;
import org.narrowgate.governance.stop.Stop;
import org.narrowgate.governance.stop.Stoppage;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.AgreementId;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Stoppable;

class AgreementRegisterTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-07-01T09:00:00Z");
    private static final String FRAUD = "counter-fraud-agreement";

    @Test
    void holdsEveryAgreementOfTheFirstVersionAsItStands() {
        // When
        var register = registerOf(NOW, version(1, Policy.shipped(), FIRST));
        // Then
        assertThat(register.stream().map(each -> each.agreement().id()))
                .containsExactlyInAnyOrderElementsOf(Policy.shipped().document().agreements().stream()
                        .map(Agreement::id)
                        .toList());
        assertThat(register)
                .allMatch(each -> each.status().kind() == AgreementStatus.Kind.IN_FORCE)
                .allMatch(each -> each.history()
                        .equals(List.of(new Milestone(Milestone.Kind.REGISTERED, FIRST, OptionalInt.of(1), List.of()))))
                .allMatch(each -> each.announced().isEmpty());
    }

    @Test
    void saysWhatWasNarrowedSuspendedResumedAndWidenedAndWhen() {
        // Given
        var narrowed = EditedPolicy.shipped()
                .treatment("counter-fraud", "address.postcode", "withheld")
                .agreement(FRAUD, "/state", "SUSPENDED")
                .policy();
        // When
        var registered = one(
                registerOf(
                        NOW,
                        version(1, Policy.shipped(), FIRST),
                        version(2, narrowed, SECOND),
                        version(3, Policy.shipped(), THIRD)),
                FRAUD);
        // Then
        assertThat(registered.history().stream()
                        .map(milestone -> milestone.kind() + " " + milestone.at() + " "
                                + milestone.policyVersion().orElse(0)))
                .containsExactly(
                        "REGISTERED " + FIRST + " 1",
                        "SUSPENDED " + SECOND + " 2",
                        "NARROWED " + SECOND + " 2",
                        "RESUMED " + THIRD + " 3",
                        "WIDENED " + THIRD + " 3");
        assertThat(registered.history().get(2).sentences())
                .anySatisfy(
                        sentence -> assertThat(sentence).contains("postcode").contains("counter-fraud"));
        assertThat(registered.status())
                .isEqualTo(new AgreementStatus(
                        AgreementStatus.Kind.IN_FORCE,
                        Optional.of(registered.agreement().validFrom())));
    }

    @Test
    void aChangeOfOneAgreementIsNoPartOfAnothersHistory() {
        // Given
        var narrowed = EditedPolicy.shipped()
                .treatment("counter-fraud", "address.postcode", "withheld")
                .policy();
        // When
        var register = registerOf(NOW, version(1, Policy.shipped(), FIRST), version(2, narrowed, SECOND));
        // Then
        assertThat(register.stream()
                        .filter(each -> each.history().size() > 1)
                        .map(each -> each.agreement().id().value()))
                .containsExactly(FRAUD);
    }

    @Test
    void anAgreementThatIsNoLongerNamedStaysInTheRegisterAsTerminated() {
        // Given
        var without = EditedPolicy.shipped().withoutAgreement(FRAUD).policy();
        // When
        var registered = one(registerOf(NOW, version(1, Policy.shipped(), FIRST), version(2, without, SECOND)), FRAUD);
        // Then
        assertThat(registered.lastIn()).isEqualTo(1);
        assertThat(registered.status())
                .isEqualTo(new AgreementStatus(
                        AgreementStatus.Kind.TERMINATED, Optional.of(LocalDate.parse("2026-03-02"))));
        assertThat(registered.history().getLast())
                .isEqualTo(new Milestone(
                        Milestone.Kind.TERMINATED,
                        SECOND,
                        OptionalInt.of(2),
                        List.of("The policy no longer names it.")));
    }

    @Test
    void anAgreementEndsAfterItsLastDayByItself() {
        // Given
        var ending = EditedPolicy.shipped()
                .agreement(FRAUD, "/validUntil", "2026-06-30")
                .policy();
        // When
        var registered = one(registerOf(NOW, version(1, ending, FIRST)), FRAUD);
        // Then
        assertThat(registered.status())
                .isEqualTo(new AgreementStatus(AgreementStatus.Kind.ENDED, Optional.of(LocalDate.parse("2026-06-30"))));
        assertThat(registered.history().getLast())
                .isEqualTo(new Milestone(
                        Milestone.Kind.ENDED, Instant.parse("2026-06-30T23:00:00Z"), OptionalInt.empty(), List.of()));
    }

    @Test
    void whatIsAnnouncedIsNoHistoryYet() {
        // Given
        var suspended =
                EditedPolicy.shipped().agreement(FRAUD, "/state", "SUSPENDED").policy();
        // When
        var registered =
                one(registerOf(SECOND, version(1, Policy.shipped(), FIRST), version(2, suspended, THIRD)), FRAUD);
        // Then
        assertThat(registered.status().kind()).isEqualTo(AgreementStatus.Kind.IN_FORCE);
        assertThat(registered.history()).hasSize(1);
        assertThat(registered.announced().stream().map(Milestone::kind)).startsWith(Milestone.Kind.SUSPENDED);
        assertThat(registered.announced()).allMatch(milestone -> milestone.at().equals(THIRD));
    }

    @Test
    void aVersionThatWasOvertakenIsNoPartOfAnyHistory() {
        // Given
        var suspended =
                EditedPolicy.shipped().agreement(FRAUD, "/state", "SUSPENDED").policy();
        var chain = List.of(
                version(1, Policy.shipped(), FIRST),
                version(2, suspended, THIRD),
                version(3, Policy.shipped(), SECOND));
        // When
        var succession = new Succession(chain, NOW);
        // Then
        assertThat(one(new AgreementRegister(succession, List.of(), new Differences()).agreements(), FRAUD)
                        .history())
                .hasSize(1);
        assertThat(chain.stream().map(succession::stateOf))
                .containsExactly(State.SUPERSEDED, State.FELL_AWAY, State.IN_FORCE);
    }

    @Test
    void aStopSuspendsTheAgreementWhateverTheVersionSays() {
        // Given
        var thing = new Stoppable.OfAgreement(new AgreementId(FRAUD));
        var succession = new Succession(List.of(version(1, Policy.shipped(), FIRST)), NOW);
        // When
        var registered = one(registerOf(succession, List.of(stop(thing, SECOND, Optional.empty()))), FRAUD);
        // Then
        assertThat(registered.status())
                .isEqualTo(new AgreementStatus(
                        AgreementStatus.Kind.SUSPENDED, Optional.of(LocalDate.parse("2026-03-02"))));
        assertThat(registered.history().getLast())
                .isEqualTo(new Milestone(Milestone.Kind.SUSPENDED, SECOND, OptionalInt.empty(), List.of()));
        assertThat(registered.history())
                .noneMatch(milestone -> milestone.sentences().toString().contains("wrong"));
    }

    @Test
    void aStopThatIsOverStaysInTheHistory() {
        // Given
        var thing = new Stoppable.OfAgency(new AgencyId("counter-fraud"));
        var succession = new Succession(List.of(version(1, Policy.shipped(), FIRST)), NOW);
        // When
        var register = registerOf(succession, List.of(stop(thing, SECOND, Optional.of(THIRD))));
        // Then
        assertThat(one(register, FRAUD).status().kind()).isEqualTo(AgreementStatus.Kind.IN_FORCE);
        assertThat(one(register, FRAUD).history().stream().map(milestone -> milestone.kind() + " " + milestone.at()))
                .containsExactly("REGISTERED " + FIRST, "SUSPENDED " + SECOND, "RESUMED " + THIRD);
        assertThat(register.stream().filter(each -> each.history().size() > 1)).hasSize(1);
    }

    @Test
    void aStoppedPurposeIsMarkedInEveryAgreementThatNamesIt() {
        // Given
        var purpose = new PurposeId("missing-vulnerable-person");
        var succession = new Succession(List.of(version(1, Policy.shipped(), FIRST)), NOW);
        // When
        var register =
                registerOf(succession, List.of(stop(new Stoppable.OfPurpose(purpose), SECOND, Optional.empty())));
        // Then
        assertThat(register.stream()
                        .flatMap(each -> each.purposes().stream())
                        .filter(each -> each instanceof AgreedPurpose.Granted granted
                                && granted.stoppedSince().isPresent())
                        .map(each ->
                                ((AgreedPurpose.Granted) each).entitlement().purpose()))
                .containsExactly(purpose, purpose);
        assertThat(register).allMatch(each -> each.status().kind() == AgreementStatus.Kind.IN_FORCE);
        assertThat(one(register, "home-office-memorandum").history().getLast().sentences())
                .containsExactly("Only the purpose Finding a missing vulnerable child or adult.");
    }

    private static PolicyVersion version(int number, Policy policy, Instant from) {
        return new PolicyVersion(number, policy, from);
    }

    private static List<RegisteredAgreement> registerOf(Instant now, PolicyVersion... versions) {
        return registerOf(new Succession(List.of(versions), now), List.of());
    }

    private static List<RegisteredAgreement> registerOf(Succession succession, List<Stoppage> stops) {
        return new AgreementRegister(succession, stops, new Differences()).agreements();
    }

    private static Stoppage stop(Stoppable thing, Instant at, Optional<Instant> until) {
        var ada = new Author("ada", "Ada");
        var paul = new Author("paul", "Paul");
        var proposal = new Proposal(ada, at, "it is safe again");
        return new Stoppage(
                new Stop(1, thing, ada, at, "something is wrong", 1, 7),
                List.of(proposal),
                until.map(end -> new Resumption(2, proposal, paul, end, "it is safe again", 1, 9)));
    }

    private static RegisteredAgreement one(List<RegisteredAgreement> register, String id) {
        return register.stream()
                .filter(each -> each.agreement().id().equals(new AgreementId(id)))
                .findFirst()
                .orElseThrow();
    }
}
