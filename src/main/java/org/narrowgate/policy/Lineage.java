package org.narrowgate.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.PurposeTerms.Deceased;

/**
 * A purpose, first, with those above it. All their rules hold at once: what any of them denies is denied, and of
 * every tuning the strictest counts.
 */
record Lineage(List<Purpose> purposes) {
    Lineage {
        purposes = List.copyOf(purposes);
    }

    Purpose purpose() {
        return purposes.getFirst();
    }

    Optional<String> prohibitionOf(AgencyId agency) {
        return purposes.stream()
                .flatMap(purpose -> purpose.prohibitions().stream())
                .filter(prohibition -> prohibition.agency().equals(agency))
                .map(Purpose.Prohibition::clause)
                .findFirst();
    }

    DecisionMode decision() {
        return purposes.stream().anyMatch(purpose -> purpose.decision() == DecisionMode.CASE_BY_CASE)
                ? DecisionMode.CASE_BY_CASE
                : DecisionMode.AUTOMATIC;
    }

    Countersigning countersignature() {
        return purposes.stream().anyMatch(purpose -> purpose.countersignature() == Countersigning.REQUIRED)
                ? Countersigning.REQUIRED
                : Countersigning.NOT_REQUIRED;
    }

    Deceased deceased() {
        return purposes.stream().anyMatch(purpose -> purpose.deceased() == Deceased.EXCLUDED)
                ? Deceased.EXCLUDED
                : Deceased.INCLUDED;
    }

    Set<SearchArgument> searchArguments() {
        return Arrays.stream(SearchArgument.values())
                .filter(argument -> purposes.stream()
                        .allMatch(purpose -> purpose.searchArguments().contains(argument)))
                .collect(toUnmodifiableSet());
    }

    Map<Field, FieldTreatment> treatments() {
        return Arrays.stream(Field.values()).collect(toUnmodifiableMap(Function.identity(), this::treatmentOf));
    }

    /** Those of the nearest purpose that demands any, as far as every purpose accepts them. */
    List<GroundDemand> grounds() {
        return demanding()
                .findFirst()
                .map(purpose -> purpose.grounds().stream()
                        .filter(ground -> accepts(ground.type()))
                        .toList())
                .orElse(List.of());
    }

    boolean demandsGround() {
        return demanding().findAny().isPresent();
    }

    /** Whether a ground of this type satisfies every purpose that demands one. */
    boolean accepts(GroundType type) {
        return demanding().allMatch(purpose -> purpose.demandOf(type).isPresent());
    }

    /** What each purpose that demands a ground demands of this one. */
    List<GroundDemand> demandsOf(GroundType type) {
        return demanding().flatMap(purpose -> purpose.demandOf(type).stream()).toList();
    }

    PurposeTerms terms(Agreement.Grant grant) {
        return new PurposeTerms(
                deceased(),
                purpose().terms().responseWorkingDays(),
                purpose().terms().exceptionalWorkingDays(),
                least(Purpose.Terms::retentionDays),
                least(Purpose.Terms::readableDays),
                least(Purpose.Terms::readings),
                grant.dailyLimit(),
                grant.monthlyLimit());
    }

    private FieldTreatment treatmentOf(Field field) {
        return purposes.stream()
                .map(purpose -> purpose.treatments().getOrDefault(field, new FieldTreatment.Withhold()))
                .max(Comparator.comparingInt(Lineage::strictness))
                .orElseThrow();
    }

    private static int strictness(FieldTreatment treatment) {
        return switch (treatment) {
            case FieldTreatment.Release release -> 0;
            case FieldTreatment.Generalise generalise ->
                switch (generalise.precision()) {
                    case MONTH, DISTRICT, INITIALS -> 1;
                    case YEAR -> 2;
                };
            case FieldTreatment.Withhold withhold -> 3;
        };
    }

    private int least(ToIntFunction<Purpose.Terms> term) {
        return purposes.stream().map(Purpose::terms).mapToInt(term).min().orElseThrow();
    }

    private Stream<Purpose> demanding() {
        return purposes.stream().filter(purpose -> !purpose.grounds().isEmpty());
    }
}
