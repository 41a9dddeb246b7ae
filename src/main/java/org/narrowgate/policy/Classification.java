package org.narrowgate.policy;

/** What a field tells about a person. None of these is clinical, and there is no clinical one to choose. */
public enum Classification {
    /** Who the person is. */
    IDENTITY,
    /** Where the person lives; never released for protected people. */
    LOCATION,
    /** Through whom the person can be reached; it narrows down where they live, so protection covers it too. */
    CONTACT
}
