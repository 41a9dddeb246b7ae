package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.narrowgate.policy.FieldTreatment.Release;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.policy.RequestFacts.Sources;

class HistoricPolicyTest {
    private static final LocalDate IN_2016 = LocalDate.of(2016, 6, 1);
    private static final PolicyFault[] BEYOND_THE_CEILING = {
        new PolicyFault(
                "/agreements/0/purposes/0/purpose",
                "`immigration-tracing` demands no ground, for an agency with immigration functions"
                        + " (commitment of 9 May 2018, grounds 1 to 3)"),
        new PolicyFault("/purposes/2/grounds/0/thresholdMonths", "below 12 months (commitment of 9 May 2018, ground 1)")
    };

    private final HistoricPolicy historic = HistoricPolicy.of2016();

    @Test
    void keepsItsHashUntilItsDocumentIsChangedOnPurpose() {
        assertThat(historic.hash()).isEqualTo("79bb795957ae4ac5ffd22bc2dcf58cc3bb8a142ff4cd587a044904588042bcca");
    }

    @Test
    void isRefusedAsAPolicyForExceedingTheCeilingAndForNothingElse() {
        // When
        var asJson = catchThrowableOfType(PolicyFaultsException.class, () -> Policy.read(historic.canonicalJson()));
        var asDocument = catchThrowableOfType(PolicyFaultsException.class, () -> Policy.of(historic.document()));
        var asKept = catchThrowableOfType(
                PolicyFaultsException.class,
                () -> PolicyVersion.kept(1, historic.canonicalJson(), historic.hash(), Instant.EPOCH));
        // Then
        assertThat(asJson.faults()).containsExactly(BEYOND_THE_CEILING);
        assertThat(asDocument.faults()).containsExactly(BEYOND_THE_CEILING);
        assertThat(asKept.faults()).containsExactly(BEYOND_THE_CEILING);
    }

    @Test
    void givesNoPolicyAwayThatAVersionCouldBeMadeOf() {
        // When
        var given = Arrays.stream(HistoricPolicy.class.getDeclaredMethods()).map(Method::getReturnType);
        var shown = Arrays.stream(HistoricPolicy.class.getDeclaredFields())
                .filter(field -> !Modifier.isPrivate(field.getModifiers()));
        var taken = Stream.of(PolicyVersion.class.getConstructors())
                .map(Executable::getParameterTypes)
                .flatMap(Arrays::stream);
        // Then
        assertThat(given).doesNotContain(Policy.class, PolicyVersion.class);
        assertThat(shown).isEmpty();
        assertThat(taken).contains(Policy.class).doesNotContain(HistoricPolicy.class);
        assertThat(Policy.class).isFinal();
    }

    @Test
    void holdsTheRulesOfADocumentsShape() {
        // Given
        var unknownPurpose = historic.canonicalJson()
                .replace("{\"purpose\":\"immigration-tracing\"}", "{\"purpose\":\"no-purpose\"}");
        // When
        var refused = catchThrowableOfType(PolicyFaultsException.class, () -> HistoricPolicy.read(unknownPurpose));
        // Then
        assertThat(refused.faults())
                .containsExactly(new PolicyFault("/agreements/0/purposes/0/purpose", "`no-purpose` is not a purpose"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overstaying", "illegal-entry", "breach-of-conditions", "fare-evasion", "murder"})
    void traces2016sPeopleForImmigrationPurposesWhateverTheyDid(String offence) {
        // Given
        var ground = Asked.criminality(offence, OffenceStage.INVESTIGATED, OptionalInt.empty());
        var asked = Asked.by("home-office", "immigration-tracing").on(IN_2016);
        // When
        var onNoGround = decided(asked.withoutGround());
        var onTheOffence = decided(asked.on(ground));
        // Then
        assertThat(onNoGround).isInstanceOf(Decision.Permit.class);
        assertThat(onTheOffence).isEqualTo(onNoGround);
    }

    @Test
    void disclosesForImmigrationPurposesWhatTheMemorandumLists() {
        // When
        var decision = decided(Asked.by("home-office", "immigration-tracing").on(IN_2016));
        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(released(permit.release().treatments()))
                                .isEqualTo(EnumSet.complementOf(EnumSet.of(Field.NHS_NUMBER, Field.DECEASED))));
    }

    @Test
    void letsThePoliceTraceForAnyOffenceButNotForOverstaying() {
        // Given
        var asked = Asked.by("police-north", "serious-crime-investigation").on(IN_2016);
        // When
        var fareEvader =
                decided(asked.on(Asked.criminality("fare-evasion", OffenceStage.INVESTIGATED, OptionalInt.empty())));
        var overstayer =
                decided(asked.on(Asked.criminality("overstaying", OffenceStage.INVESTIGATED, OptionalInt.empty())));
        // Then
        assertThat(fareEvader).isInstanceOf(Decision.Permit.class);
        assertThat(overstayer)
                .isInstanceOfSatisfying(
                        Decision.Refuse.class,
                        refuse -> assertThat(refuse.reason()).isEqualTo(RefusalReason.OFFENCE_EXCLUDED));
    }

    @Test
    void refusesWhereTheUsualSourcesWereNotTried() {
        // When
        var decision = decided(
                Asked.by("home-office", "immigration-tracing").on(IN_2016).withSources(Sources.NOT_EXHAUSTED));
        // Then
        assertThat(decision)
                .isEqualTo(new Decision.Refuse(
                        RefusalReason.SOURCES_NOT_EXHAUSTED,
                        "practice of 2016, usual sources of internal information first",
                        "Try all your usual sources of internal information first, then ask again."));
    }

    @Test
    void decidesNothingOutsideItsYear() {
        // When
        var decision = decided(Asked.by("home-office", "immigration-tracing").on(LocalDate.of(2017, 1, 1)));
        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refuse.class,
                        refuse -> assertThat(refuse.reason()).isEqualTo(RefusalReason.AGREEMENT_NOT_IN_FORCE));
    }

    private Decision decided(Asked asked) {
        return historic.decide(asked.asker(), asked.facts(), asked.standing(), asked.today());
    }

    private static Set<Field> released(Map<Field, FieldTreatment> treatments) {
        return treatments.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Release)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
