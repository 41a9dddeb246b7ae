package org.narrowgate.policy;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.narrowgate.policy.Decision.Refuse;

/** The words of a refusal: the clause that was not met, and what can be done. Made of the policy's words alone. */
final class Refusals {
    private Refusals() {}

    static Refuse of(RefusalReason reason, GrantedPurpose granted) {
        return new Refuse(reason, clause(reason, granted), explanation(reason, granted));
    }

    private static String clause(RefusalReason reason, GrantedPurpose granted) {
        var clauses = granted.agreement().clauses();
        return switch (reason) {
            case PURPOSE_NOT_GRANTED -> clauses.purposes();
            case AGREEMENT_NOT_IN_FORCE -> clauses.term();
            case GROUND_MISSING -> groundClause(granted);
            case OFFENCE_EXCLUDED -> StatutoryCeiling.EXCLUDED_OFFENCES;
            case BELOW_SERIOUS_CRIMINALITY ->
                granted.lineage().demandsOf(GroundType.SERIOUS_CRIMINALITY).stream()
                        .findFirst()
                        .map(GroundDemand::clause)
                        .orElse(clauses.grounds());
            case SOURCES_NOT_EXHAUSTED -> clauses.sources();
            case COUNTERSIGNATURE_MISSING -> clauses.countersignature();
            case SEARCH_ARGUMENT_NOT_PERMITTED -> clauses.search();
            case DESTRUCTION_OVERDUE -> clauses.destruction();
            case LIMIT_REACHED -> clauses.limits();
            case NOT_IN_PUBLIC_INTEREST -> clauses.publicInterest();
        };
    }

    /** A ground's own clause where there is only one to put forward. */
    private static String groundClause(GrantedPurpose granted) {
        var grounds = granted.lineage().grounds();
        return grounds.size() == 1
                ? grounds.getFirst().clause()
                : granted.agreement().clauses().grounds();
    }

    private static String explanation(RefusalReason reason, GrantedPurpose granted) {
        var lineage = granted.lineage();
        return switch (reason) {
            case PURPOSE_NOT_GRANTED ->
                "Ask for a purpose that is among your entitlements, with its scope in the token.";
            case AGREEMENT_NOT_IN_FORCE ->
                granted.stopped()
                        .map(Refusals::suspended)
                        .orElse("Nothing can be asked until your agreement with the registry is in force; see its state"
                                + " and dates in your entitlements.");
            case GROUND_MISSING -> "Put forward one of the grounds of this purpose: " + grounds(lineage) + ".";
            case OFFENCE_EXCLUDED ->
                "An immigration-only offence never counts as serious criminality; ask only where another offence or"
                        + " ground applies.";
            case BELOW_SERIOUS_CRIMINALITY ->
                "Serious criminality for this purpose is " + criminality(lineage) + "; ask only where the offence,"
                        + " its stage and its sentence reach it.";
            case SOURCES_NOT_EXHAUSTED -> "Try all your usual sources of internal information first, then ask again.";
            case COUNTERSIGNATURE_MISSING ->
                "Have the request signed by an officer of one of these ranks: "
                        + ranks(granted.agency().ranks()) + ".";
            case SEARCH_ARGUMENT_NOT_PERMITTED ->
                "Name the subject only by what this purpose may search with: " + arguments(lineage) + ".";
            case DESTRUCTION_OVERDUE ->
                "Destroy what was disclosed earlier and is past its date, and attest it, then ask again.";
            case LIMIT_REACHED ->
                "The agreement's limit of requests for this purpose is used up; ask again when the next day or month"
                        + " begins in London.";
            case NOT_IN_PUBLIC_INTEREST ->
                "A caseworker found that the public interest in confidence outweighs this request; new circumstances"
                        + " need a new request.";
        };
    }

    private static String suspended(Stoppable stopped) {
        return switch (stopped) {
            case Stoppable.OfAgreement agreement ->
                "Your agreement with the registry is suspended; nothing can be asked until it is resumed.";
            case Stoppable.OfPurpose purpose ->
                "This purpose is suspended; nothing can be asked for it until it is resumed.";
            case Stoppable.OfAgency agency -> "Your agency is suspended; it can ask for nothing until it is resumed.";
        };
    }

    static String grounds(Lineage lineage) {
        return lineage.grounds().stream().map(GroundDemand::text).collect(joining("; or "));
    }

    static String criminality(Lineage lineage) {
        return lineage.demandsOf(GroundType.SERIOUS_CRIMINALITY).stream()
                .map(GroundDemand::text)
                .collect(joining(", and "));
    }

    static String ranks(List<String> ranks) {
        return ranks.stream().sorted().collect(joining(", "));
    }

    static String arguments(Lineage lineage) {
        return lineage.searchArguments().stream()
                .sorted()
                .map(SearchArgument::path)
                .collect(joining(", "));
    }
}
