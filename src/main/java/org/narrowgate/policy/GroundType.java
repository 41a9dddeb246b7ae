package org.narrowgate.policy;

/** The conditions that can make one case acceptable for a purpose. */
public enum GroundType {
    SERIOUS_CRIMINALITY,
    PUBLIC_SECURITY_RISK,
    MISSING_VULNERABLE_PERSON,
    COURT_ORDER
}
