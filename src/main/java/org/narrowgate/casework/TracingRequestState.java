package org.narrowgate.casework;

/** Where a tracing request stands. */
public enum TracingRequestState {
    UNDER_REVIEW,
    INFORMATION_REQUESTED,
    TRACED,
    NOT_TRACED,
    REFUSED,
    WITHDRAWN,
    CLOSED
}
