package org.narrowgate.web.console.consultations;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.Response;
import org.narrowgate.governance.GovernanceException;

/**
 * A form that could not be acted on, to be shown again with all that was typed.
 *
 * @param sentence what went against it; empty where nothing was attempted
 */
record Attempt(Typed typed, int status, String sentence) {
    static final Attempt NONE = new Attempt(Typed.NOTHING, Response.Status.OK.getStatusCode(), "");

    private static final int UNPROCESSABLE = 422;

    Attempt {
        requireNonNull(typed);
        requireNonNull(sentence);
    }

    static Attempt at(Typed typed, GovernanceException refused) {
        return new Attempt(typed, status(refused.fault()), String.valueOf(refused.getMessage()));
    }

    static Attempt unfit(Typed typed, String sentence) {
        return new Attempt(typed, UNPROCESSABLE, sentence);
    }

    private static int status(GovernanceException.Fault fault) {
        return switch (fault) {
            case TEXT_UNFIT, MOMENT_UNFIT -> UNPROCESSABLE;
            case DRAFT_UNKNOWN, VERSION_UNKNOWN, TARGET_UNKNOWN -> Response.Status.NOT_FOUND.getStatusCode();
            case NOT_FOR_THIS_ROLE -> Response.Status.FORBIDDEN.getStatusCode();
            case STALE,
                    NOT_OFFERED,
                    SAME_PERSON,
                    CONSULTATION_NEEDED,
                    BASE_SUPERSEDED,
                    NOTHING_CHANGED,
                    ANNOUNCED_FALL_AWAY -> Response.Status.CONFLICT.getStatusCode();
        };
    }
}
