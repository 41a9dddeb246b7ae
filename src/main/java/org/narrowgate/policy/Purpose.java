package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * @param embargo a delay before what is disclosed for it shows in the person's own record; at once where empty
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
        ReviewTerms review,
        Restriction restriction,
        Optional<Embargo> embargo) {
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
        requireNonNull(restriction);
        requireNonNull(embargo);
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

    /** Whether a person who has had processing restricted can still be traced for this purpose. */
    public enum Restriction {
        YIELDS,
        STANDS
    }

    /**
     * A delay before a disclosure shows in the person's own record. It delays nothing any more once its review is
     * overdue.
     *
     * @param days calendar days in London
     * @param reviewBy the last day on which it delays anything
     */
    public record Embargo(int days, LocalDate reviewBy, String reason) {
        /** The longest there may be. */
        public static final int MOST_DAYS = 365;

        private static final ZoneId ZONE = ZoneId.of("Europe/London");

        public Embargo {
            requireNonNull(reviewBy);
            requireNonNull(reason);
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("an embargo lasts 1 to " + MOST_DAYS + " days");
            }
        }

        /** When a disclosure of this moment begins to show: at the start of a day, or at once where it is over. */
        public Instant endOf(Instant disclosedAt) {
            var byDays = startOf(LocalDate.ofInstant(disclosedAt, ZONE).plusDays(days));
            var byReview = startOf(reviewBy.plusDays(1));
            var end = byDays.isBefore(byReview) ? byDays : byReview;
            return end.isBefore(disclosedAt) ? disclosedAt : end;
        }

        private static Instant startOf(LocalDate day) {
            return day.atStartOfDay(ZONE).toInstant();
        }
    }

    /** How a request is handled in time. Days of an answer are working days, all others calendar days. */
    public record Terms(
            int responseWorkingDays, int exceptionalWorkingDays, int retentionDays, int readableDays, int readings) {}
}
