package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Decision.Release;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.GroundDemand.SentenceMeasure;
import org.narrowgate.policy.RequestFacts.Sources;

/**
 * Random documents held against the law, stated here once more and in other words: whatever a document says, no request
 * is let through that the law forbids, and none is given what the document withholds.
 */
class RandomPoliciesTest {
    private static final long SEED = 20_180_509;
    private static final int DOCUMENTS = 500;
    private static final int REQUESTS = 150;
    private static final Set<String> IMMIGRATION = Set.of("home-office", "border-force");

    private final RandomPolicies policies = new RandomPolicies(SEED);
    private final Random random = new Random(SEED);

    @Test
    void neverLetThroughMoreThanLawAndDocumentDo() {
        int letThrough = 0;
        int forImmigration = 0;
        for (int document = 0; document < DOCUMENTS; document++) {
            // Given
            var policy = policies.next();
            for (int request = 0; request < REQUESTS; request++) {
                var asked = asked(policy);
                // When
                var release = release(asked.decidedBy(policy));
                // Then
                if (release.isPresent()) {
                    assertLawful(policy, asked, release.get());
                    letThrough++;
                    forImmigration += isImmigration(policy, asked) ? 1 : 0;
                }
            }
        }
        // A test in which next to nothing is let through would show nothing.
        assertThat(letThrough).isGreaterThan(DOCUMENTS);
        assertThat(forImmigration).isGreaterThan(DOCUMENTS / 10);
    }

    @Test
    void roundTripByteForByte() {
        for (int document = 0; document < DOCUMENTS; document++) {
            // Given
            var policy = policies.edited(policies.next());
            // When
            var read = Policy.read(policy.canonicalJson());
            var made = Policy.of(policy.document());
            // Then
            assertThat(List.of(read.canonicalJson(), made.canonicalJson())).containsOnly(policy.canonicalJson());
            assertThat(List.of(read.document(), made.document())).containsOnly(policy.document());
        }
    }

    private static void assertLawful(Policy policy, Asked asked, Release release) {
        var line = line(policy, asked.facts().purpose());
        Supplier<String> about = () -> "seed " + SEED + ", " + asked + " " + policy.canonicalJson();
        var ground = asked.facts().ground();
        boolean demanded = line.stream().anyMatch(purpose -> !purpose.grounds().isEmpty());
        if (isImmigration(policy, asked)) {
            assertThat(demanded).as(about).isTrue();
            assertThat(ground.map(Ground::type).orElse(GroundType.COURT_ORDER))
                    .as(about)
                    .isNotEqualTo(GroundType.COURT_ORDER);
        }
        if (demanded && ground.orElse(null) instanceof Ground.SeriousCriminality criminality) {
            assertThat(isGraveEnough(criminality, line)).as(about).isTrue();
        }
        assertThat(isGranted(policy, asked, line)).as(about).isTrue();
        assertThat(asked.facts().sources()).isEqualTo(Sources.EXHAUSTED);
        for (var purpose : line) {
            assertThat(purpose.searchArguments())
                    .as(about)
                    .containsAll(asked.facts().searchArguments());
            assertThat(purpose.countersignature() == Countersigning.NOT_REQUIRED
                            || asked.facts().countersignature().isPresent())
                    .as(about)
                    .isTrue();
            assertThat(ground.isPresent() || purpose.grounds().isEmpty())
                    .as(about)
                    .isTrue();
            assertNoMoreThan(purpose, release, about);
        }
    }

    private static void assertNoMoreThan(Purpose purpose, Release release, Supplier<String> about) {
        for (var field : Field.values()) {
            assertThat(detail(requireNonNull(release.treatments().get(field))))
                    .as(() -> field + ", " + about.get())
                    .isLessThanOrEqualTo(
                            detail(requireNonNull(purpose.treatments().get(field))));
        }
        assertThat(release.searchArguments()).as(about).isSubsetOf(purpose.searchArguments());
        assertThat(release.terms().retentionDays())
                .isLessThanOrEqualTo(purpose.terms().retentionDays());
        assertThat(release.terms().readableDays())
                .isLessThanOrEqualTo(purpose.terms().readableDays());
        assertThat(release.terms().readings())
                .isLessThanOrEqualTo(purpose.terms().readings());
    }

    /** How much of a value is left: a month tells more than a year, and a district or initials less than the whole. */
    private static int detail(FieldTreatment treatment) {
        return switch (treatment) {
            case FieldTreatment.Withhold withhold -> 0;
            case FieldTreatment.Generalise generalise -> generalise.precision() == Precision.YEAR ? 1 : 2;
            case FieldTreatment.Release release -> 3;
        };
    }

    private static boolean isGraveEnough(Ground.SeriousCriminality ground, List<Purpose> line) {
        int carries = ground.offence().maximumMonths().orElse(Integer.MAX_VALUE);
        boolean imposed = ground.stage() == OffenceStage.CONVICTED;
        int sentence = imposed ? ground.sentenceMonths().orElse(0) : 0;
        return ground.offence().kind() == Offence.Kind.GENERAL
                && carries >= 12
                && line.stream()
                        .flatMap(purpose -> purpose.grounds().stream())
                        .filter(GroundDemand.SeriousCriminality.class::isInstance)
                        .map(GroundDemand.SeriousCriminality.class::cast)
                        .allMatch(demand -> carries >= demand.thresholdMonths()
                                && (demand.measure() == SentenceMeasure.MAXIMUM_SENTENCE
                                        || sentence >= demand.thresholdMonths()));
    }

    private static boolean isGranted(Policy policy, Asked asked, List<Purpose> line) {
        var agency = asked.asker().agency();
        boolean prohibited = line.stream()
                .flatMap(purpose -> purpose.prohibitions().stream())
                .anyMatch(prohibition -> prohibition.agency().equals(agency));
        return !prohibited
                && policy.document().agreements().stream()
                        .filter(agreement -> agreement.agency().equals(agency))
                        .filter(agreement -> agreement.state() == AgreementState.ACTIVE)
                        .filter(agreement -> !agreement.validFrom().isAfter(asked.today()))
                        .filter(agreement ->
                                agreement.validUntil().stream().noneMatch(last -> last.isBefore(asked.today())))
                        .flatMap(agreement -> agreement.purposes().stream())
                        .anyMatch(grant -> grant.purpose().equals(asked.facts().purpose()));
    }

    private static boolean isImmigration(Policy policy, Asked asked) {
        var agency = asked.asker().agency();
        return IMMIGRATION.contains(agency.value())
                || policy.document().agencies().stream()
                        .filter(one -> one.group() == AgencyGroup.HOME_OFFICE)
                        .anyMatch(one -> one.id().equals(agency));
    }

    private static List<Purpose> line(Policy policy, PurposeId id) {
        var line = new ArrayList<Purpose>();
        var next = Optional.of(id);
        while (next.isPresent()) {
            var wanted = next.get();
            var purpose = policy.document().purposes().stream()
                    .filter(one -> one.id().equals(wanted))
                    .findFirst()
                    .orElseThrow();
            line.add(purpose);
            next = purpose.parent();
        }
        return line;
    }

    private Asked asked(Policy policy) {
        var agreement = any(policy.document().agreements());
        var purpose = random.nextInt(10) == 0 || agreement.purposes().isEmpty()
                ? any(policy.document().purposes()).id()
                : any(agreement.purposes()).purpose();
        var arguments = line(policy, purpose).stream()
                .map(one -> (Set<SearchArgument>) new HashSet<>(one.searchArguments()))
                .reduce((some, others) -> {
                    some.retainAll(others);
                    return some;
                })
                .orElseThrow();
        var ranks = policy.agency(agreement.agency()).orElseThrow().ranks();
        var signature = ranks.isEmpty() || random.nextInt(5) == 0
                ? Optional.<Countersignature>empty()
                : Optional.of(new Countersignature("A. Officer", any(ranks), Asked.TODAY));
        var facts = new RequestFacts(
                purpose,
                ground(),
                random.nextInt(10) == 0 ? Sources.NOT_EXHAUSTED : Sources.EXHAUSTED,
                signature,
                random.nextInt(10) == 0 ? EnumSet.allOf(SearchArgument.class) : arguments);
        return new Asked(new Asker(agreement.agency(), Set.of(purpose)), facts, Standing.CLEAR, Asked.TODAY);
    }

    private Optional<Ground> ground() {
        return switch (random.nextInt(8)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Ground.PublicSecurityRisk("as the case file says"));
            case 2 -> Optional.of(new Ground.MissingVulnerablePerson("as the case file says"));
            case 3 -> Optional.of(Asked.order(EnumSet.allOf(Field.class)));
            case 4 -> Optional.of(Asked.order(Set.of()));
            default ->
                Optional.of(new Ground.SeriousCriminality(
                        any(OffenceCatalogue.all()),
                        any(Arrays.asList(OffenceStage.values())),
                        random.nextBoolean() ? OptionalInt.of(random.nextInt(1, 120)) : OptionalInt.empty()));
        };
    }

    private static Optional<Release> release(Decision decision) {
        return switch (decision) {
            case Decision.Refuse refuse -> Optional.empty();
            case Decision.Refer refer -> Optional.of(refer.release());
            case Decision.Permit permit -> Optional.of(permit.release());
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
