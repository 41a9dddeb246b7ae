package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.narrowgate.policy.RefusalReason.AGREEMENT_NOT_IN_FORCE;
import static org.narrowgate.policy.RefusalReason.BELOW_SERIOUS_CRIMINALITY;
import static org.narrowgate.policy.RefusalReason.COUNTERSIGNATURE_MISSING;
import static org.narrowgate.policy.RefusalReason.DESTRUCTION_OVERDUE;
import static org.narrowgate.policy.RefusalReason.GROUND_MISSING;
import static org.narrowgate.policy.RefusalReason.LIMIT_REACHED;
import static org.narrowgate.policy.RefusalReason.NOT_IN_PUBLIC_INTEREST;
import static org.narrowgate.policy.RefusalReason.OFFENCE_EXCLUDED;
import static org.narrowgate.policy.RefusalReason.PURPOSE_NOT_GRANTED;
import static org.narrowgate.policy.RefusalReason.SEARCH_ARGUMENT_NOT_PERMITTED;
import static org.narrowgate.policy.RefusalReason.SOURCES_NOT_EXHAUSTED;
import static org.narrowgate.policy.Requirement.Fulfilment.MET;
import static org.narrowgate.policy.Requirement.Fulfilment.NOT_DEMANDED;
import static org.narrowgate.policy.Requirement.Fulfilment.NOT_MET;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Decision.Refuse;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.Requirement.Fulfilment;

class RequirementsTest {
    private static final String CRIMINALITY = "a conviction for an offence, other than an immigration-only one, with a"
            + " sentence imposed of 12 months or more";
    private static final String GROUNDS =
            CRIMINALITY + "; or a risk to public security posed by a person not yet convicted, stated for this case; or"
                    + " the welfare of a missing vulnerable child or adult, stated for this case";
    private static final String ON_OFFENCE = "nothing of an offence: this request does not stand on one";

    private final Policy policy = Policy.shipped();

    @Test
    void areAllTickedWithTheirClausesAndFactsWhereNothingSpeaksAgainst() {
        // Given
        var asked = Asked.immigrationTracing().standing(new Standing(3, 40, 0));
        // When
        var requirements = asked.heldAgainst(policy);
        // Then
        assertThat(requirements)
                .containsExactly(
                        new Requirement(
                                PURPOSE_NOT_GRANTED,
                                "memorandum of 1 January 2017, purposes as narrowed on 9 May 2018",
                                "a purpose that the agreement gives to the agency, and nothing prohibits",
                                MET,
                                "`immigration-tracing` is in the agreement"),
                        new Requirement(
                                AGREEMENT_NOT_IN_FORCE,
                                "memorandum of 1 January 2017, term",
                                "an agreement that is active, on a day within its dates",
                                MET,
                                "active, from 9 May 2018"),
                        new Requirement(
                                GROUND_MISSING,
                                "commitment of 9 May 2018, grounds 1 to 3",
                                GROUNDS,
                                MET,
                                "convicted of fraud (Fraud Act 2006 s.1, up to 120 months), 14 months imposed"),
                        new Requirement(
                                OFFENCE_EXCLUDED,
                                "commitment of 9 May 2018, ground 1",
                                "an offence that is not an immigration-only one",
                                MET,
                                "fraud (Fraud Act 2006 s.1) is not an immigration-only offence"),
                        new Requirement(
                                BELOW_SERIOUS_CRIMINALITY,
                                "commitment of 9 May 2018, ground 1",
                                CRIMINALITY,
                                MET,
                                "convicted of fraud (Fraud Act 2006 s.1, up to 120 months), 14 months imposed; the"
                                        + " threshold is 12 months imposed, once convicted"),
                        new Requirement(
                                SOURCES_NOT_EXHAUSTED,
                                "memorandum of 1 January 2017, usual sources of information first",
                                "all usual sources of internal information tried first",
                                MET,
                                "the agency states that it has tried them"),
                        new Requirement(
                                COUNTERSIGNATURE_MISSING,
                                "memorandum of 1 January 2017, countersignature by a senior officer",
                                "the signature of an officer of one of these ranks: assistant-director,"
                                        + " deputy-director, inspector",
                                MET,
                                "signed by an officer of the rank `inspector` on 2 March 2026"),
                        new Requirement(
                                SEARCH_ARGUMENT_NOT_PERMITTED,
                                "memorandum of 1 January 2017, how a person may be named",
                                "a subject named only by familyName, givenName, birthDate, gender, postcode",
                                MET,
                                "named by familyName, birthDate, gender"),
                        new Requirement(
                                DESTRUCTION_OVERDUE,
                                "memorandum of 1 January 2017, secure destruction",
                                "everything disclosed earlier and past its date attested as destroyed",
                                MET,
                                "0 overdue"),
                        new Requirement(
                                LIMIT_REACHED,
                                "memorandum of 1 January 2017, limits",
                                "at most 20 a day and at most 200 a month",
                                MET,
                                "3 counted today, 40 this month"));
    }

    @Test
    void tellWhatIsNotDemandedOfAPurposeThatDemandsLittle() {
        // Given
        var asked = Asked.by("coroner", "coroner-primary-care");
        // When
        var notDemanded = asked.heldAgainst(policy).stream()
                .filter(requirement -> requirement.fulfilment() == NOT_DEMANDED)
                .toList();
        // Then
        assertThat(notDemanded)
                .extracting(Requirement::reason, Requirement::demand, Requirement::why)
                .containsExactly(
                        tuple(GROUND_MISSING, "no ground is demanded for this purpose", "no ground is put forward"),
                        tuple(OFFENCE_EXCLUDED, ON_OFFENCE, "no ground is put forward"),
                        tuple(BELOW_SERIOUS_CRIMINALITY, ON_OFFENCE, "no ground is put forward"),
                        tuple(
                                COUNTERSIGNATURE_MISSING,
                                "no countersignature is demanded for this purpose",
                                "not signed"),
                        tuple(
                                LIMIT_REACHED,
                                "the agreement sets no limit for this purpose",
                                "0 counted today, 0 this month"));
    }

    @Test
    void crossWhatIsNotMetAndSayWhy() {
        // Given
        var asked = Asked.immigrationTracing()
                .on(Asked.criminality("overstaying", OffenceStage.CHARGED, OptionalInt.empty()))
                .withSources(Sources.NOT_EXHAUSTED)
                .signedBy("sergeant")
                .searchingBy(Set.of(SearchArgument.NHS_NUMBER))
                .standing(new Standing(20, 20, 2));
        // When
        var requirements = asked.heldAgainst(policy);
        // Then
        assertThat(crossed(requirements))
                .extracting(Requirement::reason, Requirement::why)
                .containsExactly(
                        tuple(
                                OFFENCE_EXCLUDED,
                                "overstaying (Immigration Act 1971 s.24) is an immigration-only offence"),
                        tuple(
                                BELOW_SERIOUS_CRIMINALITY,
                                "charged with overstaying (Immigration Act 1971 s.24, up to 48 months); the threshold is"
                                        + " 12 months imposed, once convicted"),
                        tuple(SOURCES_NOT_EXHAUSTED, "the agency states that it has not tried them"),
                        tuple(COUNTERSIGNATURE_MISSING, "signed by an officer of the rank `sergeant` on 2 March 2026"),
                        tuple(SEARCH_ARGUMENT_NOT_PERMITTED, "named by nhsNumber"),
                        tuple(DESTRUCTION_OVERDUE, "2 overdue"),
                        tuple(LIMIT_REACHED, "20 counted today, 20 this month"));
    }

    @Test
    void sayTheMeasureOfTheThreshold() {
        // Given
        var assault = Asked.by("police-north", "serious-crime-investigation")
                .signedBy("inspector")
                .on(Asked.criminality("common-assault", OffenceStage.INVESTIGATED, OptionalInt.empty()));
        var murder = assault.on(Asked.criminality("murder", OffenceStage.INVESTIGATED, OptionalInt.empty()));
        // When, Then
        assertThat(why(BELOW_SERIOUS_CRIMINALITY, assault))
                .isEqualTo(
                        "under investigation for common assault (Criminal Justice Act 1988 s.39, up to 6 months); the"
                                + " threshold is 12 months as the maximum, once under investigation");
        assertThat(why(BELOW_SERIOUS_CRIMINALITY, murder))
                .isEqualTo("under investigation for murder (common law, up to life); the threshold is 12 months as the"
                        + " maximum, once under investigation");
    }

    @Test
    void sayWhichGroundIsPutForwardAndNoneOfItsSentences() {
        // Given
        var tracing = Asked.immigrationTracing();
        var order = Asked.by("court-service", "court-order");
        // When, Then
        assertThat(why(GROUND_MISSING, tracing.withoutGround())).isEqualTo("no ground is put forward");
        assertThat(why(GROUND_MISSING, tracing.on(new Ground.PublicSecurityRisk("of Ada Quill"))))
                .isEqualTo("a risk to public security is stated");
        assertThat(why(GROUND_MISSING, tracing.on(new Ground.MissingVulnerablePerson("Ada Quill"))))
                .isEqualTo("a missing vulnerable person is stated");
        assertThat(why(GROUND_MISSING, tracing.on(Asked.order(EnumSet.of(Field.GENDER)))))
                .isEqualTo("a court order that directs gender, which this purpose does not accept");
        assertThat(why(GROUND_MISSING, order.on(new Ground.CourtOrder("R v Quill", Optional.empty()))))
                .isEqualTo("a court order that does not say what it directs");
    }

    @Test
    void sayWhereTheAgreementStands() {
        // Given
        var ended = new ShippedDocument()
                .with("/agreements/0/state", "\"IN_CONSULTATION\"")
                .with("/agreements/0/validUntil", "\"2025-12-31\"")
                .policy();
        // When
        var crossed = crossed(Asked.immigrationTracing().heldAgainst(ended));
        // Then
        assertThat(crossed)
                .extracting(Requirement::reason, Requirement::why)
                .containsExactly(
                        tuple(AGREEMENT_NOT_IN_FORCE, "in consultation, from 9 May 2018 until 31 December 2025"));
    }

    @Test
    void areOnlyTheGrantWhereThePurposeIsNotGranted() {
        // Given
        var prohibited = new ShippedDocument()
                .with(
                        "/purposes/0/prohibitions/-",
                        "{\"agency\": \"home-office\", \"clause\": \"a commitment to Parliament\"}")
                .policy();
        var tracing = Asked.immigrationTracing();
        // When, Then
        assertThat(tracing.heldAgainst(prohibited))
                .containsExactly(
                        ofTheGrant("a commitment to Parliament", "`immigration-tracing` is prohibited to the agency"));
        assertThat(Asked.by("coroner", "immigration-tracing").heldAgainst(policy))
                .containsExactly(ofTheGrant(
                        "agreement with HM Coroner, clause 1, purposes",
                        "no agreement gives the agency `immigration-tracing`"));
        assertThat(Asked.by("nobody", "no-such-purpose").heldAgainst(policy))
                .containsExactly(ofTheGrant(
                        "Health and Social Care Act 2012 s.261", "no agreement gives the agency `no-such-purpose`"));
        assertThat(tracing.withScopes(Set.of()).heldAgainst(policy))
                .containsExactly(ofTheGrant(
                        "memorandum of 1 January 2017, purposes as narrowed on 9 May 2018",
                        "the client or the token that asked does not carry `immigration-tracing`"));
    }

    @Test
    void areOneForEveryReasonInItsOrderAndCrossFirstWhatIsDecided() {
        // Given
        var reasons = new ArrayList<>(Arrays.asList(RefusalReason.values()));
        reasons.remove(NOT_IN_PUBLIC_INTEREST);
        var random = new Random(20_260_302);
        var seen = EnumSet.noneOf(RefusalReason.class);
        int allowed = 0;
        for (int times = 0; times < 20_000; times++) {
            var asked = anything(random);
            // When
            var decision = asked.decidedBy(policy);
            var requirements = asked.heldAgainst(policy);
            // Then
            var refusal = decision instanceof Refuse refuse ? Optional.of(refuse) : Optional.<Refuse>empty();
            var first = crossed(requirements).stream().findFirst();
            assertThat(first.map(Requirement::reason)).isEqualTo(refusal.map(Refuse::reason));
            assertThat(first.map(Requirement::clause)).isEqualTo(refusal.map(Refuse::clause));
            assertThat(requirements)
                    .extracting(Requirement::reason)
                    .isEqualTo(requirements.size() == 1 ? List.of(PURPOSE_NOT_GRANTED) : reasons);
            refusal.map(Refuse::reason).ifPresent(seen::add);
            allowed += refusal.isPresent() ? 0 : 1;
        }
        // A test that saw no reason, or nothing allowed, would show nothing.
        assertThat(seen).containsExactlyElementsOf(reasons);
        assertThat(allowed).isGreaterThan(100);
    }

    private String why(RefusalReason reason, Asked asked) {
        return asked.heldAgainst(policy).stream()
                .filter(requirement -> requirement.reason() == reason)
                .map(Requirement::why)
                .findFirst()
                .orElseThrow();
    }

    private static Requirement ofTheGrant(String clause, String why) {
        return new Requirement(
                PURPOSE_NOT_GRANTED,
                clause,
                "a purpose that the agreement gives to the agency, and nothing prohibits",
                NOT_MET,
                why);
    }

    private static List<Requirement> crossed(List<Requirement> requirements) {
        return requirements.stream()
                .filter(requirement -> requirement.fulfilment() == Fulfilment.NOT_MET)
                .toList();
    }

    private Asked anything(Random random) {
        var agencies = policy.document().agencies();
        var agency = agencies.get(random.nextInt(agencies.size()));
        var purposes = random.nextInt(10) == 0
                ? policy.document().purposes().stream().map(Purpose::id).toList()
                : policy.agreementOf(agency.id()).orElseThrow().purposes().stream()
                        .map(Agreement.Grant::purpose)
                        .toList();
        var asked = Asked.by(
                        agency.id().value(),
                        purposes.get(random.nextInt(purposes.size())).value())
                .searchingBy(
                        random.nextInt(4) == 0
                                ? EnumSet.allOf(SearchArgument.class)
                                : Set.of(SearchArgument.NHS_NUMBER, SearchArgument.BIRTH_DATE))
                .withSources(random.nextInt(6) == 0 ? Sources.NOT_EXHAUSTED : Sources.EXHAUSTED)
                .standing(new Standing(random.nextInt(25), 25, random.nextInt(8) == 0 ? 1 : 0));
        var dated = random.nextInt(20) == 0 ? asked.on(LocalDate.of(2018, 5, 8)) : asked;
        var signed = random.nextInt(4) == 0
                ? dated
                : dated.signedBy(agency.ranks().stream().findFirst().orElse("clerk"));
        return switch (random.nextInt(6)) {
            case 0 -> signed;
            case 1 -> signed.on(Asked.order(EnumSet.allOf(Field.class)));
            case 2 -> signed.on(new Ground.MissingVulnerablePerson("as the case file says"));
            case 3 -> signed.on(new Ground.PublicSecurityRisk("as the case file says"));
            default -> signed.on(anyOffence(random));
        };
    }

    private static Ground anyOffence(Random random) {
        var offences = OffenceCatalogue.all();
        var stages = OffenceStage.values();
        return new Ground.SeriousCriminality(
                List.copyOf(offences).get(random.nextInt(offences.size())),
                stages[random.nextInt(stages.length)],
                random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(36)) : OptionalInt.empty());
    }
}
