package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

/**
 * One thing the policy requires of a request, held against it for a caseworker's eyes.
 *
 * @param reason what an unmet requirement would be refused for
 * @param clause where it is written
 * @param demand what is required, in the policy's words
 * @param why what in the request meets it or does not; nothing of the subject, and none of the agency's own sentences
 */
public record Requirement(RefusalReason reason, String clause, String demand, Fulfilment fulfilment, String why) {
    public Requirement {
        requireNonNull(reason);
        requireNonNull(clause);
        requireNonNull(demand);
        requireNonNull(fulfilment);
        requireNonNull(why);
    }

    /** Whether a request does what is required of it. */
    public enum Fulfilment {
        MET,
        NOT_MET,
        /** The purpose, or the agreement, does not ask for it. */
        NOT_DEMANDED
    }
}
