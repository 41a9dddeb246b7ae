package org.narrowgate.policy;

/** How a request that is not refused is decided. */
public enum DecisionMode {
    AUTOMATIC,
    CASE_BY_CASE
}
