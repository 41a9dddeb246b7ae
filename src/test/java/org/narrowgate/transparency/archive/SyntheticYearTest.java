package org.narrowgate.transparency.archive;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.narrowgate.policy.AgencyGroup.HOME_OFFICE;
import static org.narrowgate.policy.AgencyGroup.NATIONAL_CRIME_AGENCY;
import static org.narrowgate.policy.AgencyGroup.POLICE;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.Ground;

class SyntheticYearTest {
    @ParameterizedTest
    @ValueSource(longs = {2016, 1, 0, -1, Long.MAX_VALUE})
    void addsUpToWhatWasPublishedWhateverTheSeed(long seed) {
        // When
        var requests = year(seed);
        // Then
        assertThat(fatesByGroup(requests))
                .isEqualTo(Map.of(
                        HOME_OFFICE,
                        Map.of(
                                "rejected", 119L,
                                "approved-trace", 5_854L,
                                "approved-no-trace", 1_583L,
                                "unexplained", 571L),
                        POLICE,
                        Map.of("approved-trace", 73L, "unexplained", 266L),
                        NATIONAL_CRIME_AGENCY,
                        Map.of("approved-trace", 574L, "unexplained", 2_129L)));
        assertThat(requests.stream().collect(groupingBy(ArchivedRequest::group, counting())))
                .isEqualTo(Map.of(HOME_OFFICE, 8_127L, POLICE, 339L, NATIONAL_CRIME_AGENCY, 2_703L));
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        // When
        var first = year(2016);
        // Then
        assertThat(year(2016)).isEqualTo(first);
        assertThat(year(2017)).isNotEqualTo(first).hasSameSizeAs(first);
    }

    @Test
    void isNumberedInOrderOfMonth() {
        // When
        var requests = year(2016);
        // Then
        assertThat(requests.stream().map(ArchivedRequest::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 11_169).boxed().toList());
        assertThat(requests.stream().map(ArchivedRequest::month)).isSorted();
        assertThat(requests.getFirst().caseReference()).isEqualTo("SYNTHETIC-2016-00001");
        assertThat(requests.getLast().caseReference()).isEqualTo("SYNTHETIC-2016-11169");
    }

    @ParameterizedTest
    @ValueSource(longs = {2016, 1, 2})
    void spreadsEachGroupOverElevenMonthsThatAreMuchAlike(long seed) {
        // When
        var byGroup = year(seed).stream()
                .collect(groupingBy(ArchivedRequest::group, groupingBy(ArchivedRequest::month, counting())));
        // Then
        assertThat(byGroup).hasSize(3).allSatisfy((group, months) -> {
            double average = months.values().stream().mapToLong(count -> count).sum() / 11.0;
            assertThat(months.keySet()).containsExactlyInAnyOrderElementsOf(PublishedTotals.months());
            assertThat(months.values())
                    .allSatisfy(count -> assertThat((double) count).isCloseTo(average, withinPercentage(15)));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {2016, 1, 2})
    void keepsTheAssumedMixWhateverTheSeed(long seed) {
        // When
        var overstayers = year(seed).stream()
                .filter(request ->
                        request.facts().ground().orElse(null) instanceof Ground.SeriousCriminality criminality
                                && criminality.offence().code().equals("overstaying"));
        // Then: 560 of a thousand of 8,127
        assertThat(overstayers).hasSize(4_551);
    }

    @Test
    void isAboutNobodyAndNamesNoOfficer() {
        assertThat(year(2016)).allSatisfy(request -> {
            assertThat(request.facts().countersignature().map(Countersignature::officer))
                    .matches(officer -> officer.filter(name -> !name.equals("not recorded (synthetic)"))
                            .isEmpty());
            assertThat(texts(request)).isSubsetOf("not recorded (synthetic)");
        });
    }

    @Test
    void leavesOfThePublishedTotalsWhatCannotBeAccountedFor() {
        assertThat(PublishedTotals.of2016())
                .extracting(PublishedTotals::group, PublishedTotals::received, PublishedTotals::unexplained)
                .containsExactly(
                        tuple(HOME_OFFICE, 8_127, 571),
                        tuple(POLICE, 339, 266),
                        tuple(NATIONAL_CRIME_AGENCY, 2_703, 2_129));
    }

    private static List<ArchivedRequest> year(long seed) {
        return new SyntheticYear(AssumedMix.assumed(), seed).requests();
    }

    private static Map<AgencyGroup, Map<String, Long>> fatesByGroup(List<ArchivedRequest> requests) {
        return requests.stream()
                .collect(groupingBy(
                        ArchivedRequest::group,
                        groupingBy(request -> request.fate().row(), counting())));
    }

    private static List<String> texts(ArchivedRequest request) {
        return request.facts()
                .ground()
                .map(ground -> switch (ground) {
                    case Ground.SeriousCriminality criminality -> List.<String>of();
                    case Ground.PublicSecurityRisk risk -> List.of(risk.statement());
                    case Ground.MissingVulnerablePerson missing -> List.of(missing.statement());
                    case Ground.CourtOrder order -> List.of(order.reference());
                })
                .orElse(List.of());
    }
}
