package org.narrowgate.policy;

/** Where an agreement stands; only an active one, within its dates, lets anything be asked. */
public enum AgreementState {
    DRAFT,
    IN_CONSULTATION,
    ACTIVE,
    SUSPENDED,
    TERMINATED
}
