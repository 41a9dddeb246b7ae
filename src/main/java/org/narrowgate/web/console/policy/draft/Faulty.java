package org.narrowgate.web.console.policy.draft;

import org.narrowgate.governance.GovernanceException;

/** The status of an answer that says why something was not done. */
final class Faulty {
    static final int UNPROCESSABLE = 422;

    private Faulty() {}

    static int status(GovernanceException.Fault fault) {
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

    static String heading(int status) {
        return switch (status) {
            case 404 -> "Nothing is here";
            case 403 -> "Not for your role";
            default -> "This was not done";
        };
    }
}
