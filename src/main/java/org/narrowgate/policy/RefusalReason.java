package org.narrowgate.policy;

/** Why a request is refused. Checked in this order; the first that applies is the answer. */
public enum RefusalReason {
    PURPOSE_NOT_GRANTED,
    AGREEMENT_NOT_IN_FORCE,
    GROUND_MISSING,
    OFFENCE_EXCLUDED,
    BELOW_SERIOUS_CRIMINALITY,
    SOURCES_NOT_EXHAUSTED,
    COUNTERSIGNATURE_MISSING,
    SEARCH_ARGUMENT_NOT_PERMITTED,
    DESTRUCTION_OVERDUE,
    LIMIT_REACHED,
    NOT_IN_PUBLIC_INTEREST
}
