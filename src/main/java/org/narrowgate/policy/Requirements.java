package org.narrowgate.policy;

import static java.util.stream.Collectors.joining;
import static org.narrowgate.policy.Entitlement.Countersigning.NOT_REQUIRED;
import static org.narrowgate.policy.RefusalReason.NOT_IN_PUBLIC_INTEREST;
import static org.narrowgate.policy.RefusalReason.PURPOSE_NOT_GRANTED;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.Requirement.Fulfilment;

/** All that is required of one request for a granted purpose, each with why it is met or not. */
record Requirements(GrantedPurpose granted, RequestFacts facts, Standing standing, LocalDate today) {
    private static final String GRANT = "a purpose that the agreement gives to the agency, and nothing prohibits";

    /** All there is to say where the purpose is not granted. */
    static Requirement notGranted(String clause, String why) {
        return new Requirement(PURPOSE_NOT_GRANTED, clause, GRANT, Fulfilment.NOT_MET, why);
    }

    /** One for every reason a request can be refused for without a caseworker, in the order in which they are checked. */
    List<Requirement> all() {
        return Arrays.stream(RefusalReason.values())
                .filter(reason -> reason != NOT_IN_PUBLIC_INTEREST)
                .map(this::requirement)
                .toList();
    }

    private Requirement requirement(RefusalReason reason) {
        var clause = granted.refusal(reason).clause();
        // INVARIANT: what is not met is what decides, not a second opinion on it.
        if (granted.applies(reason, facts, standing, today)) {
            return new Requirement(reason, clause, demand(reason), Fulfilment.NOT_MET, why(reason));
        }
        return notDemanded(reason)
                .map(nothing -> new Requirement(reason, clause, nothing, Fulfilment.NOT_DEMANDED, why(reason)))
                .orElseGet(() -> new Requirement(reason, clause, demand(reason), Fulfilment.MET, why(reason)));
    }

    private String demand(RefusalReason reason) {
        return switch (reason) {
            case PURPOSE_NOT_GRANTED -> GRANT;
            case AGREEMENT_NOT_IN_FORCE -> "an agreement that is active, on a day within its dates";
            case GROUND_MISSING -> Refusals.grounds(lineage());
            case OFFENCE_EXCLUDED -> "an offence that is not an immigration-only one";
            case BELOW_SERIOUS_CRIMINALITY -> Refusals.criminality(lineage());
            case SOURCES_NOT_EXHAUSTED -> "all usual sources of internal information tried first";
            case COUNTERSIGNATURE_MISSING ->
                "the signature of an officer of one of these ranks: "
                        + Refusals.ranks(granted.agency().ranks());
            case SEARCH_ARGUMENT_NOT_PERMITTED -> "a subject named only by " + Refusals.arguments(lineage());
            case DESTRUCTION_OVERDUE -> "everything disclosed earlier and past its date attested as destroyed";
            case LIMIT_REACHED -> limits();
            case NOT_IN_PUBLIC_INTEREST -> "a request that the public interest in confidence does not outweigh";
        };
    }

    /** What to say instead where there is no demand. */
    private Optional<String> notDemanded(RefusalReason reason) {
        return switch (reason) {
            case GROUND_MISSING -> when(!lineage().demandsGround(), "no ground is demanded for this purpose");
            case OFFENCE_EXCLUDED, BELOW_SERIOUS_CRIMINALITY ->
                when(thresholds().isEmpty(), "nothing of an offence: this request does not stand on one");
            case COUNTERSIGNATURE_MISSING ->
                when(lineage().countersignature() == NOT_REQUIRED, "no countersignature is demanded for this purpose");
            case LIMIT_REACHED -> when(limits().isEmpty(), "the agreement sets no limit for this purpose");
            case PURPOSE_NOT_GRANTED,
                    AGREEMENT_NOT_IN_FORCE,
                    SOURCES_NOT_EXHAUSTED,
                    SEARCH_ARGUMENT_NOT_PERMITTED,
                    DESTRUCTION_OVERDUE,
                    NOT_IN_PUBLIC_INTEREST -> Optional.empty();
        };
    }

    private String why(RefusalReason reason) {
        return switch (reason) {
            case PURPOSE_NOT_GRANTED -> "`" + granted.purpose() + "` is in the agreement";
            case AGREEMENT_NOT_IN_FORCE ->
                granted.stopped().map(FactsInWords::of).orElseGet(() -> FactsInWords.of(granted.agreement()));
            case GROUND_MISSING -> ground();
            case OFFENCE_EXCLUDED -> criminality().map(FactsInWords::kindOf).orElseGet(this::ground);
            case BELOW_SERIOUS_CRIMINALITY ->
                criminality()
                        .map(criminality -> FactsInWords.of(criminality) + FactsInWords.of(thresholds()))
                        .orElseGet(this::ground);
            case SOURCES_NOT_EXHAUSTED ->
                facts.sources() == Sources.EXHAUSTED
                        ? "the agency states that it has tried them"
                        : "the agency states that it has not tried them";
            case COUNTERSIGNATURE_MISSING ->
                facts.countersignature().map(FactsInWords::of).orElse("not signed");
            case SEARCH_ARGUMENT_NOT_PERMITTED -> FactsInWords.of(facts.searchArguments());
            case DESTRUCTION_OVERDUE -> standing.overdueDestructions() + " overdue";
            case LIMIT_REACHED -> standing.usedToday() + " counted today, " + standing.usedThisMonth() + " this month";
            case NOT_IN_PUBLIC_INTEREST -> "a caseworker's to weigh";
        };
    }

    private String ground() {
        return facts.ground()
                .map(ground -> FactsInWords.of(ground)
                        + (lineage().accepts(ground.type()) ? "" : ", which this purpose does not accept"))
                .orElse("no ground is put forward");
    }

    private Optional<Ground.SeriousCriminality> criminality() {
        return facts.ground()
                .filter(Ground.SeriousCriminality.class::isInstance)
                .map(Ground.SeriousCriminality.class::cast);
    }

    /** What is demanded of the offence this request stands on; empty where it stands on none. */
    private List<GroundDemand.SeriousCriminality> thresholds() {
        return criminality().stream()
                .flatMap(criminality -> lineage().demandsOf(criminality.type()).stream())
                .filter(GroundDemand.SeriousCriminality.class::isInstance)
                .map(GroundDemand.SeriousCriminality.class::cast)
                .toList();
    }

    private String limits() {
        return Stream.of(
                        limit(granted.grant().dailyLimit(), " a day"),
                        limit(granted.grant().monthlyLimit(), " a month"))
                .flatMap(Optional::stream)
                .collect(joining(" and "));
    }

    private static Optional<String> limit(OptionalInt most, String each) {
        return most.stream().mapToObj(number -> "at most " + number + each).findFirst();
    }

    private Lineage lineage() {
        return granted.lineage();
    }

    private static Optional<String> when(boolean holds, String words) {
        return holds ? Optional.of(words) : Optional.empty();
    }
}
