package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Decision.Refuse;
import org.narrowgate.policy.Decision.Release;
import org.narrowgate.policy.FieldTreatment.Generalise;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.Requirement.Fulfilment;

/** Whatever an administrator writes: it is refused as a document, or what it allows stays below the ceiling. */
class MutatedDocumentsTest {
    private static final long SEED = 9_052_018;
    private static final int DOCUMENTS = 2_000;

    private final Random random = new Random(SEED);
    private int allowed;

    @Test
    void neverAllowBeyondTheCeiling() {
        // Given
        var shipped = Policy.shipped().canonicalJson();
        var mutations = new Mutations(random, 1).learning(shipped);
        int policies = 0;
        for (int document = 0; document < DOCUMENTS; document++) {
            // When
            var mutated = mutations.of(shipped, 4);
            // Then
            var policy = policyOf(mutated);
            policy.ifPresent(this::assertBelowTheCeiling);
            policies += policy.isPresent() ? 1 : 0;
        }
        // A test that saw no policy, or none that allows, would show nothing.
        assertThat(policies).isGreaterThan(DOCUMENTS / 20);
        assertThat(allowed).isGreaterThan(DOCUMENTS);
    }

    private void assertBelowTheCeiling(Policy policy) {
        for (var agency : policy.document().agencies()) {
            for (var purpose : policy.document().purposes()) {
                grounds().forEach(ground -> assertBelowTheCeiling(policy, agency, purpose, ground));
            }
        }
    }

    private void assertBelowTheCeiling(Policy policy, Agency agency, Purpose purpose, Optional<Ground> ground) {
        var facts = new RequestFacts(
                purpose.id(),
                ground,
                Sources.EXHAUSTED,
                agency.ranks().stream().findFirst().map(rank -> new Countersignature("A. Officer", rank, Asked.TODAY)),
                Set.of());
        var asker = new Asker(agency.id(), Set.of(purpose.id()));
        var decision = policy.decide(asker, facts, Standing.CLEAR, Asked.TODAY);
        assertCrossedAccordingly(policy.requirements(asker, facts, Standing.CLEAR, Asked.TODAY), decision);
        switch (decision) {
            case Decision.Refuse refuse -> assertThat(refuse.clause()).isNotBlank();
            case Decision.Refer refer -> assertBelowTheCeiling(agency, purpose, ground, refer.release());
            case Decision.Permit permit -> assertBelowTheCeiling(agency, purpose, ground, permit.release());
        }
    }

    private static void assertCrossedAccordingly(List<Requirement> requirements, Decision decision) {
        var crossed = requirements.stream()
                .filter(requirement -> requirement.fulfilment() == Fulfilment.NOT_MET)
                .map(Requirement::reason)
                .findFirst();
        var refused = decision instanceof Refuse refuse ? Optional.of(refuse.reason()) : Optional.empty();
        assertThat(crossed).isEqualTo(refused);
    }

    private void assertBelowTheCeiling(Agency agency, Purpose purpose, Optional<Ground> ground, Release release) {
        allowed++;
        boolean immigration = agency.id().value().equals("home-office") || agency.group() == AgencyGroup.HOME_OFFICE;
        if (immigration) {
            assertThat(ground.map(Ground::type)).isPresent().get().isNotEqualTo(GroundType.COURT_ORDER);
        }
        boolean demanded = immigration || !purpose.grounds().isEmpty();
        if (demanded && ground.orElse(null) instanceof Ground.SeriousCriminality criminality) {
            assertThat(criminality.offence().kind()).isEqualTo(Offence.Kind.GENERAL);
            assertThat(criminality.offence().maximumMonths().orElse(Integer.MAX_VALUE))
                    .isGreaterThanOrEqualTo(12);
        }
        assertTreatedWithinTheCatalogue(release);
        assertThat(release.terms().retentionDays()).isBetween(1, 3_650);
        assertThat(release.terms().readableDays()).isBetween(1, 365);
        assertThat(release.terms().readings()).isBetween(1, 100);
        assertThat(release.terms().review().erasureDays())
                .isBetween(release.terms().readableDays(), 3_650);
        assertThat(release.terms().review().reminderWorkingDays())
                .hasSizeLessThanOrEqualTo(5)
                .isSorted()
                .allMatch(day -> day >= 1 && day <= release.terms().responseWorkingDays());
    }

    private static void assertTreatedWithinTheCatalogue(Release release) {
        release.treatments().forEach((field, treatment) -> {
            if (treatment instanceof Generalise(Precision precision)) {
                assertThat(field.precisions()).contains(precision);
            }
        });
        boolean lines = release.treatments().get(Field.ADDRESS_LINES) instanceof FieldTreatment.Release;
        boolean postcode = release.treatments().get(Field.ADDRESS_POSTCODE) instanceof FieldTreatment.Release;
        assertThat(!lines || postcode).isTrue();
    }

    private static Stream<Optional<Ground>> grounds() {
        var criminal = Stream.of("overstaying", "fare-evasion", "possessing-false-identity-documents", "murder")
                .flatMap(offence -> Arrays.stream(OffenceStage.values())
                        .map(stage -> Asked.criminality(offence, stage, OptionalInt.of(14))));
        var others = Stream.of(
                new Ground.PublicSecurityRisk("as the case file says"),
                new Ground.MissingVulnerablePerson("as the case file says"),
                Asked.order(EnumSet.allOf(Field.class)));
        return Stream.concat(
                Stream.of(Optional.empty()), Stream.concat(criminal, others).map(Optional::of));
    }

    private static Optional<Policy> policyOf(JsonNode document) {
        try {
            return Optional.of(Policy.read(document.toString()));
        } catch (PolicyFaultsException e) {
            return Optional.empty();
        }
    }
}
