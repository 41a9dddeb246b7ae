package org.narrowgate.policy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.policy.Asked.convicted;
import static org.narrowgate.policy.Asked.criminality;
import static org.narrowgate.policy.Asked.immigrationTracing;
import static org.narrowgate.policy.OffenceStage.CHARGED;
import static org.narrowgate.policy.OffenceStage.CONVICTED;
import static org.narrowgate.policy.OffenceStage.INVESTIGATED;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.policy.Decision.Refer;
import org.narrowgate.policy.Decision.Refuse;

class SeriousCriminalityTest {
    private static final String REFERRED = "referred";
    private static final String BELOW = "BELOW_SERIOUS_CRIMINALITY: commitment of 9 May 2018, ground 1";
    private static final String EXCLUDED = "OFFENCE_EXCLUDED: commitment of 9 May 2018, ground 1";

    private final Policy policy = Policy.shipped();

    @ParameterizedTest
    @CsvSource({"11, false", "12, true", "13, true", "120, true"})
    void countsASentenceImposedOfTwelveMonthsAndNotOfEleven(int sentenceMonths, boolean counts) {
        assertThat(outcome(immigrationTracing().on(convicted("fraud", sentenceMonths)), policy))
                .isEqualTo(counts ? REFERRED : BELOW);
    }

    @Test
    void countsAConvictionOnlyWithItsSentence() {
        assertThat(outcome(immigrationTracing().on(criminality("murder", CONVICTED, OptionalInt.empty())), policy))
                .isEqualTo(BELOW);
    }

    @Test
    void countsOnlyAConvictionWhereTheMeasureIsTheSentenceImposed() {
        // When
        var outcomes = Arrays.stream(OffenceStage.values())
                .collect(toMap(
                        stage -> stage,
                        stage -> outcome(
                                immigrationTracing().on(criminality("murder", stage, OptionalInt.of(240))), policy)));
        // Then
        assertThat(outcomes).isEqualTo(Map.of(INVESTIGATED, BELOW, CHARGED, BELOW, CONVICTED, REFERRED));
    }

    @Test
    void doesNotTakeAnEarlierStageForAConvictionEvenWhereThePolicyLetsItCount() {
        // Given
        var lenient = new ShippedDocument()
                .with("/purposes/0/grounds/0/earliestStage", "\"INVESTIGATED\"")
                .policy();
        // When
        var outcome = outcome(immigrationTracing().on(criminality("fraud", CHARGED, OptionalInt.of(14))), lenient);
        // Then
        assertThat(outcome).isEqualTo(BELOW);
    }

    @Test
    void doesNotCountASentenceThatTheOffenceCannotCarry() {
        assertThat(outcome(immigrationTracing().on(convicted("fare-evasion", 14)), policy))
                .isEqualTo(BELOW);
    }

    @Test
    void countsEveryStageFromTheEarliestOnWhereTheMeasureIsTheMaximum() {
        // Given
        var expected = Map.of(
                INVESTIGATED, List.of(REFERRED, REFERRED, REFERRED),
                CHARGED, List.of(BELOW, REFERRED, REFERRED),
                CONVICTED, List.of(BELOW, BELOW, REFERRED));
        // When
        var outcomes = Arrays.stream(OffenceStage.values())
                .collect(toMap(earliest -> earliest, earliest -> outcomesByStage(byMaximumFrom(earliest))));
        // Then
        assertThat(outcomes).isEqualTo(expected);
    }

    @Test
    void countsByTheMaximumWhatCarriesTwelveMonthsOrLife() {
        // Given
        var byMaximum = byMaximumFrom(INVESTIGATED);
        // When
        var counting = OffenceCatalogue.all().stream()
                .filter(offence -> outcome(
                                immigrationTracing().on(criminality(offence.code(), INVESTIGATED, OptionalInt.empty())),
                                byMaximum)
                        .equals(REFERRED))
                .map(Offence::code);
        // Then
        assertThat(counting)
                .containsExactly(
                        "murder",
                        "rape",
                        "robbery",
                        "grievous-bodily-harm-with-intent",
                        "supplying-class-a-drug",
                        "slavery",
                        "burglary-of-a-dwelling",
                        "fraud",
                        "criminal-damage",
                        "sexual-assault",
                        "false-identity-documents-with-intent",
                        "theft",
                        "grievous-bodily-harm",
                        "actual-bodily-harm",
                        "possessing-false-identity-documents");
    }

    @ParameterizedTest
    @CsvSource({"24, referred", "25, below"})
    void holdsTheMaximumItselfAgainstTheThreshold(int thresholdMonths, String expected) {
        // Given
        var raised = new ShippedDocument()
                .with("/purposes/0/grounds/0/measure", "\"MAXIMUM_SENTENCE\"")
                .with("/purposes/0/grounds/0/thresholdMonths", String.valueOf(thresholdMonths))
                .policy();
        // When
        var outcome = outcome(immigrationTracing().on(convicted("possessing-false-identity-documents", 1)), raised);
        // Then
        assertThat(outcome).isEqualTo(expected.equals("referred") ? REFERRED : BELOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"overstaying", "illegal-entry", "breach-of-conditions"})
    void neverCountsAnImmigrationOnlyOffence(String offence) {
        // Given
        var byMaximum = byMaximumFrom(INVESTIGATED);
        // When
        var bySentence = outcome(immigrationTracing().on(convicted(offence, 48)), policy);
        var outcomesByMaximum = Arrays.stream(OffenceStage.values())
                .map(stage ->
                        outcome(immigrationTracing().on(criminality(offence, stage, OptionalInt.empty())), byMaximum));
        // Then
        assertThat(bySentence).isEqualTo(EXCLUDED);
        assertThat(outcomesByMaximum).containsOnly(EXCLUDED);
    }

    @Test
    void doesNotCountAnOffenceMadeUpOutsideTheCatalogue() {
        // Given
        var renamed = new Offence("overstaying", "made up", OptionalInt.empty(), Offence.Kind.GENERAL);
        var ground = new Ground.SeriousCriminality(renamed, CONVICTED, OptionalInt.of(240));
        // When, Then
        assertThat(outcome(immigrationTracing().on(ground), policy)).isEqualTo(BELOW);
    }

    @Test
    void citesThePurposesOwnGroundWhereTheThresholdIsItsOwn() {
        // Given
        var asked = Asked.by("police-north", "serious-crime-investigation")
                .signedBy("inspector")
                .on(criminality("drink-driving", CHARGED, OptionalInt.empty()));
        // When, Then
        assertThat(outcome(asked, policy))
                .isEqualTo("BELOW_SERIOUS_CRIMINALITY: Data Protection Act 2018 Schedule 2 paragraph 2, case by case");
    }

    private static Policy byMaximumFrom(OffenceStage earliest) {
        return new ShippedDocument()
                .with("/purposes/0/grounds/0/measure", "\"MAXIMUM_SENTENCE\"")
                .with("/purposes/0/grounds/0/earliestStage", "\"" + earliest + "\"")
                .policy();
    }

    private static List<String> outcomesByStage(Policy policy) {
        return Arrays.stream(OffenceStage.values())
                .map(stage ->
                        outcome(immigrationTracing().on(criminality("theft", stage, OptionalInt.empty())), policy))
                .toList();
    }

    private static String outcome(Asked asked, Policy policy) {
        return switch (asked.decidedBy(policy)) {
            case Refuse refuse -> refuse.reason() + ": " + refuse.clause();
            case Refer refer -> REFERRED;
            case Decision.Permit permit -> "permitted";
        };
    }
}
