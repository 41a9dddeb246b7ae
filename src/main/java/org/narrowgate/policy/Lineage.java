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
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.Purpose.Embargo;
import org.narrowgate.policy.Purpose.Restriction;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;
import org.narrowgate.policy.ReviewTerms.SecondCaseworker;

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

    Consultation consultation() {
        return purposes.stream().anyMatch(purpose -> purpose.consultation() == Consultation.REQUIRED)
                ? Consultation.REQUIRED
                : Consultation.NOT_REQUIRED;
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
                grant.monthlyLimit(),
                review());
    }

    ReviewTerms review() {
        return purposes.stream().map(Purpose::review).reduce(Lineage::strictest).orElseThrow();
    }

    // A clock that runs is the stricter one: no question, asked late, can then move the day an answer is due, and with
    // it hide how long people's requests lie. Reminders belong to the nearest purpose, as the days of an answer do.
    private static ReviewTerms strictest(ReviewTerms nearer, ReviewTerms above) {
        return new ReviewTerms(
                nearer.secondCaseworker() == SecondCaseworker.REQUIRED
                        ? SecondCaseworker.REQUIRED
                        : above.secondCaseworker(),
                nearer.whileInformationIsAwaited() == AwaitedInformation.CLOCK_RUNS
                        ? AwaitedInformation.CLOCK_RUNS
                        : above.whileInformationIsAwaited(),
                nearer.reminderWorkingDays(),
                Math.min(nearer.erasureDays(), above.erasureDays()));
    }

    Restriction restriction() {
        return purposes.stream().anyMatch(purpose -> purpose.restriction() == Restriction.YIELDS)
                ? Restriction.YIELDS
                : Restriction.STANDS;
    }

    /** None where any of them has none; else the shortest, to be reviewed as soon as the first of them is. */
    Optional<Embargo> embargo() {
        return purposes.stream()
                .map(Purpose::embargo)
                .reduce(Lineage::strictest)
                .orElseThrow();
    }

    private static Optional<Embargo> strictest(Optional<Embargo> nearer, Optional<Embargo> above) {
        return nearer.flatMap(near -> above.map(far -> new Embargo(
                Math.min(near.days(), far.days()),
                near.reviewBy().isBefore(far.reviewBy()) ? near.reviewBy() : far.reviewBy(),
                near.reason())));
    }

    private FieldTreatment treatmentOf(Field field) {
        return purposes.stream()
                .map(purpose -> purpose.treatments().getOrDefault(field, new FieldTreatment.Withhold()))
                .max(Comparator.comparingInt(Lineage::strictness))
                .orElseThrow();
    }

    static int strictness(FieldTreatment treatment) {
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

    int least(ToIntFunction<Purpose.Terms> term) {
        return purposes.stream().map(Purpose::terms).mapToInt(term).min().orElseThrow();
    }

    private Stream<Purpose> demanding() {
        return purposes.stream().filter(purpose -> !purpose.grounds().isEmpty());
    }
}
