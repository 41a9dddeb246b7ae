package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The memorandum between the registry and one agency.
 *
 * @param statute the power it rests on
 * @param validUntil the last day it holds; empty where it has no end
 */
public record Agreement(
        AgreementId id,
        AgencyId agency,
        String title,
        String statute,
        AgreementState state,
        LocalDate validFrom,
        Optional<LocalDate> validUntil,
        List<Grant> purposes,
        Clauses clauses) {
    public Agreement {
        requireNonNull(id);
        requireNonNull(agency);
        requireNonNull(title);
        requireNonNull(statute);
        requireNonNull(state);
        requireNonNull(validFrom);
        requireNonNull(validUntil);
        purposes = List.copyOf(purposes);
        requireNonNull(clauses);
    }

    /** The grant of this very purpose; naming a purpose grants neither those above it nor those below. */
    Optional<Grant> grantOf(PurposeId purpose) {
        return purposes.stream()
                .filter(grant -> grant.purpose().equals(purpose))
                .findFirst();
    }

    /** The same while it is stopped; one that is not active is as little in force either way. */
    Agreement suspended() {
        return state == AgreementState.ACTIVE
                ? new Agreement(
                        id, agency, title, statute, AgreementState.SUSPENDED, validFrom, validUntil, purposes, clauses)
                : this;
    }

    boolean isInForce(LocalDate today) {
        boolean ended = validUntil.filter(today::isAfter).isPresent();
        return state == AgreementState.ACTIVE && !today.isBefore(validFrom) && !ended;
    }

    /** A purpose the agency may ask for, and how often. Empty: no limit. */
    public record Grant(PurposeId purpose, OptionalInt dailyLimit, OptionalInt monthlyLimit) {
        public Grant {
            requireNonNull(purpose);
            requireNonNull(dailyLimit);
            requireNonNull(monthlyLimit);
        }
    }

    /** What a refusal cites, rule by rule, where the rule is the agreement's. */
    public record Clauses(
            String purposes,
            String term,
            String grounds,
            String sources,
            String countersignature,
            String search,
            String destruction,
            String limits,
            String publicInterest) {
        public Clauses {
            requireNonNull(purposes);
            requireNonNull(term);
            requireNonNull(grounds);
            requireNonNull(sources);
            requireNonNull(countersignature);
            requireNonNull(search);
            requireNonNull(destruction);
            requireNonNull(limits);
            requireNonNull(publicInterest);
        }
    }
}
