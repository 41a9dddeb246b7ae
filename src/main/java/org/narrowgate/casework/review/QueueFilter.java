package org.narrowgate.casework.review;

import java.util.Optional;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.PurposeId;

/**
 * Which open requests to list; what is empty does not narrow.
 *
 * @param page from 1
 */
public record QueueFilter(
        Optional<AgencyId> agency, Optional<PurposeId> purpose, Optional<GroundType> ground, Which which, int page) {
    public static final QueueFilter EVERYTHING =
            new QueueFilter(Optional.empty(), Optional.empty(), Optional.empty(), Which.OPEN, 1);

    /** Kinds of open requests. */
    public enum Which {
        OPEN("All open"),
        OVERDUE("Overdue"),
        EXCEPTIONAL("Exceptional priority"),
        AWAITING_SECOND("Awaiting a second caseworker"),
        INFORMATION_REQUESTED("Waiting for the agency"),
        MINE("Claimed by me");

        private final String words;

        Which(String words) {
            this.words = words;
        }

        /** As a caseworker reads it. */
        public String words() {
            return words;
        }
    }
}
