package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.policy.Entitlement.Countersigning;
import org.narrowgate.policy.PurposeTerms.Deceased;

/**
 * Why an agency asks, and what that reason is worth: its own rules, before those of the purposes above it.
 *
 * @param parent the purpose above it, whose rules hold as well
 * @param treatments one for every field of the catalogue
 * @param grounds any one of these will do; none demanded where empty
 */
public record Purpose(
        PurposeId id,
        String title,
        Optional<PurposeId> parent,
        List<Prohibition> prohibitions,
        Consultation consultation,
        LawfulBasis lawfulBasis,
        String statute,
        DecisionMode decision,
        Countersigning countersignature,
        Deceased deceased,
        Map<Field, FieldTreatment> treatments,
        Set<SearchArgument> searchArguments,
        List<GroundDemand> grounds,
        Terms terms,
        ReviewTerms review) {
    public Purpose {
        requireNonNull(id);
        requireNonNull(title);
        requireNonNull(parent);
        prohibitions = List.copyOf(prohibitions);
        requireNonNull(consultation);
        requireNonNull(lawfulBasis);
        requireNonNull(statute);
        requireNonNull(decision);
        requireNonNull(countersignature);
        requireNonNull(deceased);
        treatments = Map.copyOf(treatments);
        if (treatments.size() != Field.values().length) {
            throw new IllegalArgumentException("a treatment is missing");
        }
        searchArguments = Set.copyOf(searchArguments);
        grounds = List.copyOf(grounds);
        requireNonNull(terms);
        requireNonNull(review);
    }

    /** The demand made of a ground of this type; empty where the purpose does not accept it. */
    Optional<GroundDemand> demandOf(GroundType type) {
        return grounds.stream().filter(ground -> ground.type() == type).findFirst();
    }

    /** Whether the purpose, and what is below it, may be widened only after an open consultation. */
    public enum Consultation {
        REQUIRED,
        NOT_REQUIRED
    }

    /** An agency that may never be given this purpose, or one below it, whatever an agreement says. */
    public record Prohibition(AgencyId agency, String clause) {
        public Prohibition {
            requireNonNull(agency);
            requireNonNull(clause);
        }
    }

    /** How a request is handled in time. Days of an answer are working days, all others calendar days. */
    public record Terms(
            int responseWorkingDays, int exceptionalWorkingDays, int retentionDays, int readableDays, int readings) {}
}
