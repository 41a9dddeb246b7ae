package org.narrowgate.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an agency may ask for one purpose, and what an answer can hold.
 *
 * @param treatments one for every field of the catalogue
 * @param remainingToday requests left today; empty where there is no limit
 */
public record Entitlement(
        PurposeId purpose,
        String title,
        AgreementSummary agreement,
        LawfulBasis lawfulBasis,
        DecisionMode decision,
        List<GroundRequirement> grounds,
        Set<SearchArgument> searchArguments,
        Map<Field, FieldTreatment> treatments,
        Countersigning countersigning,
        PurposeTerms terms,
        OptionalInt remainingToday) {
    public Entitlement {
        grounds = List.copyOf(grounds);
        searchArguments = Set.copyOf(searchArguments);
        treatments = Map.copyOf(treatments);
    }

    /** An agreement in brief. {@code validUntil} is the last day it holds; empty where it has no end. */
    public record AgreementSummary(
            AgreementId id, String title, AgreementState state, LocalDate validFrom, Optional<LocalDate> validUntil) {}

    /** A ground a purpose accepts, with the clause it comes from and what it demands in words. */
    public record GroundRequirement(GroundType type, String clause, String text) {}

    /** Whether a senior officer must sign. */
    public enum Countersigning {
        REQUIRED,
        NOT_REQUIRED
    }
}
