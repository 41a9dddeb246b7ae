package org.narrowgate.casework.review;

/** What an approval came to. Never whether anybody was found. */
public enum Ruling {
    APPROVED,
    AWAITS_SECOND,
    /** The policy has changed meanwhile, and refuses it now. */
    REFUSED_BY_POLICY
}
