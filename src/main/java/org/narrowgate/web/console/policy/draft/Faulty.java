package org.narrowgate.web.console.policy.draft;

import org.narrowgate.governance.GovernanceException;
import org.narrowgate.web.RefusalStatus;

/** The status of an answer that says why something was not done. */
final class Faulty {
    static final int UNPROCESSABLE = RefusalStatus.UNPROCESSABLE;

    private Faulty() {}

    static int status(GovernanceException.Fault fault) {
        return RefusalStatus.of(fault);
    }

    static String heading(int status) {
        return switch (status) {
            case 404 -> "Nothing is here";
            case 403 -> "Not for your role";
            default -> "This was not done";
        };
    }
}
