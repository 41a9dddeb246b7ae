package org.narrowgate.transparency.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.AgreementId;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyVersion;

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
        assertThat(one(new AgreementRegister(succession, new Differences()).agreements(), FRAUD)
                        .history())
                .hasSize(1);
        assertThat(chain.stream().map(succession::stateOf))
                .containsExactly(VersionState.SUPERSEDED, VersionState.NEVER_IN_FORCE, VersionState.IN_FORCE);
    }

    private static PolicyVersion version(int number, Policy policy, Instant from) {
        return new PolicyVersion(number, policy, from);
    }

    private static List<RegisteredAgreement> registerOf(Instant now, PolicyVersion... versions) {
        return new AgreementRegister(new Succession(List.of(versions), now), new Differences()).agreements();
    }

    private static RegisteredAgreement one(List<RegisteredAgreement> register, String id) {
        return register.stream()
                .filter(each -> each.agreement().id().equals(new AgreementId(id)))
                .findFirst()
                .orElseThrow();
    }
}
