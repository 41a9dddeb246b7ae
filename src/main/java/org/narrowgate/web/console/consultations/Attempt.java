package org.narrowgate.web.console.consultations;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.Response;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.web.RefusalStatus;

/**
 * A form that could not be acted on, to be shown again with all that was typed.
 *
 * @param sentence what went against it; empty where nothing was attempted
 */
record Attempt(Typed typed, int status, String sentence) {
    static final Attempt NONE = new Attempt(Typed.NOTHING, Response.Status.OK.getStatusCode(), "");

    Attempt {
        requireNonNull(typed);
        requireNonNull(sentence);
    }

    static Attempt at(Typed typed, GovernanceException refused) {
        return new Attempt(typed, RefusalStatus.of(refused.fault()), String.valueOf(refused.getMessage()));
    }

    static Attempt unfit(Typed typed, String sentence) {
        return new Attempt(typed, RefusalStatus.UNPROCESSABLE, sentence);
    }
}
