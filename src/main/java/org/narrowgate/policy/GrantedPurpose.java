package org.narrowgate.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.narrowgate.policy.Entitlement.Countersigning.REQUIRED;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.narrowgate.policy.Decision.Refuse;
import org.narrowgate.policy.Decision.Release;
import org.narrowgate.policy.Entitlement.AgreementSummary;
import org.narrowgate.policy.Entitlement.GroundRequirement;
import org.narrowgate.policy.RequestFacts.Sources;

/**
 * A purpose that an agreement gives to an agency: all that a request for it is decided on.
 *
 * @param agreement suspended while anything is stopped that it takes
 * @param stopped what that is
 */
record GrantedPurpose(
        Agency agency, Agreement agreement, Agreement.Grant grant, Lineage lineage, Optional<Stoppable> stopped) {
    static GrantedPurpose of(Agency agency, Agreement agreement, Agreement.Grant grant, Lineage lineage, Stops stops) {
        var stopped = stops.holding(agreement, lineage);
        var standing = stopped.isPresent() ? agreement.suspended() : agreement;
        return new GrantedPurpose(agency, standing, grant, lineage, stopped);
    }

    PurposeId purpose() {
        return grant.purpose();
    }

    Decision decide(RequestFacts facts, Standing standing, LocalDate today) {
        for (var reason : RefusalReason.values()) {
            if (applies(reason, facts, standing, today)) {
                return refusal(reason);
            }
        }
        return switch (lineage.decision()) {
            case AUTOMATIC -> new Decision.Permit(release(facts));
            case CASE_BY_CASE -> new Decision.Refer(release(facts));
        };
    }

    Refuse refusal(RefusalReason reason) {
        return Refusals.of(reason, this);
    }

    Entitlement entitlement(Standing standing) {
        return new Entitlement(
                purpose(),
                lineage.purpose().title(),
                new AgreementSummary(
                        agreement.id(),
                        agreement.title(),
                        agreement.state(),
                        agreement.validFrom(),
                        agreement.validUntil()),
                lineage.purpose().lawfulBasis(),
                lineage.decision(),
                lineage.grounds().stream()
                        .map(ground -> new GroundRequirement(ground.type(), ground.clause(), ground.text()))
                        .toList(),
                lineage.searchArguments(),
                lineage.treatments(),
                lineage.countersignature(),
                lineage.terms(grant),
                remaining(standing));
    }

    boolean applies(RefusalReason reason, RequestFacts facts, Standing standing, LocalDate today) {
        return switch (reason) {
            // There is no granted purpose without the grant.
            case PURPOSE_NOT_GRANTED -> false;
            case AGREEMENT_NOT_IN_FORCE -> stopped.isPresent() || !agreement.isInForce(today);
            case GROUND_MISSING ->
                lineage.demandsGround()
                        && facts.ground().filter(this::isAccepted).isEmpty();
            case OFFENCE_EXCLUDED ->
                demands(facts)
                        .anyMatch(demanded -> demanded.ground() instanceof Ground.SeriousCriminality criminality
                                && StatutoryCeiling.excludes(criminality.offence()));
            case BELOW_SERIOUS_CRIMINALITY -> demands(facts).anyMatch(demanded -> !demanded.isReached());
            case SOURCES_NOT_EXHAUSTED -> facts.sources() != Sources.EXHAUSTED;
            case COUNTERSIGNATURE_MISSING ->
                lineage.countersignature() == REQUIRED
                        && facts.countersignature().filter(this::isSenior).isEmpty();
            case SEARCH_ARGUMENT_NOT_PERMITTED -> !lineage.searchArguments().containsAll(facts.searchArguments());
            case DESTRUCTION_OVERDUE -> standing.overdueDestructions() > 0;
            case LIMIT_REACHED -> remaining(standing).equals(OptionalInt.of(0));
            // A caseworker's to say, after review.
            case NOT_IN_PUBLIC_INTEREST -> false;
        };
    }

    private boolean isAccepted(Ground ground) {
        return lineage.accepts(ground.type())
                && lineage.demandsOf(ground.type()).stream()
                        .allMatch(demand -> new DemandedGround(demand, ground).isComplete());
    }

    private Stream<DemandedGround> demands(RequestFacts facts) {
        return facts.ground().stream()
                .flatMap(ground ->
                        lineage.demandsOf(ground.type()).stream().map(demand -> new DemandedGround(demand, ground)));
    }

    private boolean isSenior(Countersignature countersignature) {
        return agency.ranks().contains(countersignature.rank().strip().toLowerCase(Locale.ROOT));
    }

    private Release release(RequestFacts facts) {
        return new Release(
                agreement.id(), treatments(facts), lineage.searchArguments(), lineage.terms(grant), yieldsTo());
    }

    private Set<PurposeId> yieldsTo() {
        return switch (lineage.restriction()) {
            case YIELDS -> lineage.purposes().stream().map(Purpose::id).collect(toUnmodifiableSet());
            case STANDS -> Set.of();
        };
    }

    private Map<Field, FieldTreatment> treatments(RequestFacts facts) {
        var treatments = lineage.treatments();
        return facts.ground()
                .flatMap(GrantedPurpose::directed)
                .map(directed -> within(directed, treatments))
                .orElse(treatments);
    }

    private static Optional<Set<Field>> directed(Ground ground) {
        return ground instanceof Ground.CourtOrder order ? order.directs() : Optional.empty();
    }

    private static Map<Field, FieldTreatment> within(Set<Field> directed, Map<Field, FieldTreatment> treatments) {
        return treatments.entrySet().stream()
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> directed.contains(entry.getKey()) ? entry.getValue() : new FieldTreatment.Withhold()));
    }

    private OptionalInt remaining(Standing standing) {
        return IntStream.concat(
                        left(grant.dailyLimit(), standing.usedToday()),
                        left(grant.monthlyLimit(), standing.usedThisMonth()))
                .min();
    }

    private static IntStream left(OptionalInt limit, int used) {
        return limit.stream().map(most -> Math.max(0, most - used));
    }
}
