package org.narrowgate.web;

import org.narrowgate.governance.GovernanceException.Fault;

/** The HTTP status of an answer that says why something was not done to the policy. */
public final class RefusalStatus {
    public static final int UNPROCESSABLE = 422;

    private RefusalStatus() {}

    public static int of(Fault fault) {
        return switch (fault) {
            case DRAFT_UNKNOWN, VERSION_UNKNOWN, TARGET_UNKNOWN -> 404;
            case NOT_FOR_THIS_ROLE -> 403;
            case TEXT_UNFIT, MOMENT_UNFIT -> UNPROCESSABLE;
            case STALE,
                    NOT_OFFERED,
                    SAME_PERSON,
                    CONSULTATION_NEEDED,
                    BASE_SUPERSEDED,
                    NOTHING_CHANGED,
                    ANNOUNCED_FALL_AWAY -> 409;
        };
    }
}
