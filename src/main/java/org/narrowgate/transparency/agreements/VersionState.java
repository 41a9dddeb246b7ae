package org.narrowgate.transparency.agreements;

/** Where a published policy version stands. */
public enum VersionState {
    ANNOUNCED,
    IN_FORCE,
    SUPERSEDED,
    /** Superseded before its time came. */
    NEVER_IN_FORCE
}
