package org.narrowgate.casework;

import java.util.Locale;

/** Where a tracing request stands. */
public enum TracingRequestState {
    UNDER_REVIEW,
    INFORMATION_REQUESTED,
    TRACED,
    NOT_TRACED,
    REFUSED,
    WITHDRAWN,
    CLOSED;

    /** As the log and messages write it: {@code under-review}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
