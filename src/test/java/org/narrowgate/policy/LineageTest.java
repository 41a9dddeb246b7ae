package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.policy.RefusalReason.BELOW_SERIOUS_CRIMINALITY;
import static org.narrowgate.policy.RefusalReason.COUNTERSIGNATURE_MISSING;
import static org.narrowgate.policy.RefusalReason.GROUND_MISSING;
import static org.narrowgate.policy.RefusalReason.PURPOSE_NOT_GRANTED;
import static org.narrowgate.policy.RefusalReason.SEARCH_ARGUMENT_NOT_PERMITTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Decision.Permit;
import org.narrowgate.policy.Decision.Refer;
import org.narrowgate.policy.Decision.Refuse;
import org.narrowgate.policy.FieldTreatment.Generalise;
import org.narrowgate.policy.FieldTreatment.Release;
import org.narrowgate.policy.FieldTreatment.Withhold;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;
import org.narrowgate.policy.ReviewTerms.SecondCaseworker;

/** The court order is put below another purpose, made of a copy of it under the id {@code above}. */
class LineageTest {
    private static final Asked ORDERED =
            Asked.by("court-service", "court-order").on(Asked.order(EnumSet.allOf(Field.class)));

    @Test
    void withholdsAndGeneralisesWhatThePurposeAboveDoes() {
        // Given
        var policy = below(Map.of(
                        "/treatments/gender", "\"withheld\"",
                        "/treatments/birthDate", "\"generalised to year\"",
                        "/treatments/name.given", "\"generalised to initials\""))
                .with("/purposes/4/treatments/birthDate", "\"generalised to month\"")
                .with("/purposes/4/treatments/name.given", "\"withheld\"")
                .policy();
        // When
        var treatments = ((Permit) ORDERED.decidedBy(policy)).release().treatments();
        // Then
        assertThat(treatments)
                .containsEntry(Field.GENDER, new Withhold())
                .containsEntry(Field.BIRTH_DATE, new Generalise(Precision.YEAR))
                .containsEntry(Field.NAME_GIVEN, new Withhold())
                .containsEntry(Field.NHS_NUMBER, new Withhold())
                .containsEntry(Field.NAME_FAMILY, new Release());
    }

    @Test
    void keepsItsOwnTreatmentWhereItIsTheStricter() {
        // Given
        var policy = below(Map.of("/treatments/birthDate", "\"generalised to month\""))
                .with("/purposes/4/treatments/birthDate", "\"generalised to year\"")
                .policy();
        // When
        var treatments = ((Permit) ORDERED.decidedBy(policy)).release().treatments();
        // Then
        assertThat(treatments).containsEntry(Field.BIRTH_DATE, new Generalise(Precision.YEAR));
    }

    @Test
    void isProhibitedWhereThePurposeAboveIs() {
        assertThat(reason(below(Map.of(
                        "/prohibitions", "[{\"agency\": \"court-service\", \"clause\": \"the prohibition above\"}]"))))
                .isEqualTo(PURPOSE_NOT_GRANTED);
    }

    @Test
    void isNotGrantedByAGrantOfThePurposeAbove() {
        // Given
        var policy = below(Map.of())
                .with("/agreements/3/purposes/0/purpose", "\"above\"")
                .policy();
        // When
        var decision = (Refuse) ORDERED.decidedBy(policy);
        // Then
        assertThat(decision.reason()).isEqualTo(PURPOSE_NOT_GRANTED);
    }

    @Test
    void isReferredWhereThePurposeAboveIs() {
        assertThat(ORDERED.decidedBy(
                        below(Map.of("/decision", "\"CASE_BY_CASE\"")).policy()))
                .isInstanceOf(Refer.class);
    }

    @Test
    void needsACountersignatureWhereThePurposeAboveDoes() {
        assertThat(reason(below(Map.of("/countersignature", "\"REQUIRED\"")).with("/agencies/3/ranks", "[\"judge\"]")))
                .isEqualTo(COUNTERSIGNATURE_MISSING);
    }

    @Test
    void searchesOnlyByWhatThePurposeAboveMay() {
        assertThat(reason(below(Map.of("/searchArguments", "[\"nhsNumber\"]"))))
                .isEqualTo(SEARCH_ARGUMENT_NOT_PERMITTED);
    }

    @Test
    void handlesInTimeAsTheStricterOfTheTwoAndTracesNoDeceasedWhereThePurposeAboveDoesNot() {
        // Given
        var policy = below(Map.of(
                        "/deceased",
                        "\"EXCLUDED\"",
                        "/terms",
                        "{\"responseWorkingDays\": 9, \"exceptionalWorkingDays\": 9, \"retentionDays\": 30,"
                                + " \"readableDays\": 30, \"readings\": 2}"))
                .policy();
        // When
        var terms = ((Permit) ORDERED.decidedBy(policy)).release().terms();
        // Then
        assertThat(terms)
                .isEqualTo(new PurposeTerms(
                        Deceased.EXCLUDED,
                        1,
                        1,
                        30,
                        14,
                        2,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        new ReviewTerms(
                                SecondCaseworker.NOT_REQUIRED, AwaitedInformation.CLOCK_STOPS, List.of(), 365)));
    }

    @Test
    void isReviewedAsTheStricterOfTheTwoAndRemindsAtItsOwnAges() {
        // Given
        var policy = below(Map.of(
                        "/review",
                        "{\"secondCaseworker\": \"REQUIRED\", \"whileInformationIsAwaited\": \"CLOCK_STOPS\","
                                + " \"reminderWorkingDays\": [1], \"erasureDays\": 200}"))
                .with("/purposes/4/terms/responseWorkingDays", "9")
                .with(
                        "/purposes/4/review",
                        "{\"secondCaseworker\": \"NOT_REQUIRED\", \"whileInformationIsAwaited\": \"CLOCK_RUNS\","
                                + " \"reminderWorkingDays\": [4, 8], \"erasureDays\": 400}")
                .policy();
        // When
        var review = ((Permit) ORDERED.decidedBy(policy)).release().terms().review();
        // Then
        assertThat(review)
                .isEqualTo(
                        new ReviewTerms(SecondCaseworker.REQUIRED, AwaitedInformation.CLOCK_RUNS, List.of(4, 8), 200));
    }

    @Test
    void demandsTheGroundThePurposeAboveDemandsOfAPurposeThatDemandsNone() {
        // Given
        var policy = below(Map.of()).with("/purposes/4/grounds", "[]").policy();
        var asker = ORDERED.asker();
        // When
        var without = (Refuse) ORDERED.withoutGround().decidedBy(policy);
        var grounds =
                policy.entitlements(asker, purpose -> Standing.CLEAR).getFirst().grounds();
        // Then
        assertThat(without.reason()).isEqualTo(GROUND_MISSING);
        assertThat(grounds).extracting(Entitlement.GroundRequirement::type).isEqualTo(List.of(GroundType.COURT_ORDER));
    }

    @Test
    void reachesTheThresholdOfEveryPurposeThatSetsOne() {
        // Given
        var stricter = new ShippedDocument()
                .at("/purposes/0")
                .replace("immigration-tracing", "above")
                .replace("\"thresholdMonths\":12", "\"thresholdMonths\":48");
        var policy = new ShippedDocument()
                .with("/purposes/-", stricter)
                .with("/purposes/0/parent", "\"above\"")
                .policy();
        var threeYears = Asked.immigrationTracing().on(Asked.convicted("fraud", 36));
        var fourYears = Asked.immigrationTracing().on(Asked.convicted("fraud", 48));
        // When, Then
        assertThat(((Refuse) threeYears.decidedBy(policy)).reason()).isEqualTo(BELOW_SERIOUS_CRIMINALITY);
        assertThat(fourYears.decidedBy(policy)).isInstanceOf(Refer.class);
    }

    @Test
    void countsAGroundOnlyWherePurposesAboveAcceptItToo() {
        // Given
        var narrower = new ShippedDocument().at("/purposes/1").replace("\"missing-vulnerable-person\"", "\"above\"");
        var policy = new ShippedDocument()
                .with("/purposes/-", narrower)
                .with("/purposes/0/parent", "\"above\"")
                .policy();
        var missing = Asked.immigrationTracing()
                .searchingBy(Set.of(SearchArgument.FAMILY_NAME))
                .on(new Ground.MissingVulnerablePerson("as the case file says"));
        // When, Then
        assertThat(((Refuse) Asked.immigrationTracing().decidedBy(policy)).reason())
                .isEqualTo(GROUND_MISSING);
        assertThat(missing.decidedBy(policy)).isInstanceOf(Refer.class);
    }

    private static RefusalReason reason(ShippedDocument document) {
        return ((Refuse) ORDERED.decidedBy(document.policy())).reason();
    }

    private static ShippedDocument below(Map<String, String> changesAbove) {
        var copy = new ShippedDocument().at("/purposes/4").replace("\"court-order\"", "\"above\"");
        var document = new ShippedDocument().with("/purposes/-", copy).with("/purposes/4/parent", "\"above\"");
        changesAbove.forEach((pointer, json) -> document.with("/purposes/8" + pointer, json));
        return document;
    }
}
