package org.narrowgate.caller;

/** What somebody on the registry's staff may do, as the identity provider's roles say. */
public enum StaffRole {
    POLICY_AUTHOR,
    POLICY_APPROVER,
    CASEWORKER,
    OVERSEER
}
