package org.narrowgate.subject;

/** Administrative gender, as the registry holds it. */
public enum Gender {
    MALE,
    FEMALE,
    OTHER,
    UNKNOWN
}
