package org.narrowgate.rights.embargo;

/** Where the embargo of a request stands. */
public enum EmbargoState {
    /** Its agency has asked for it, and nobody has decided. */
    ASKED,
    /** A caseworker has proposed it, and a colleague has not decided yet. */
    PROPOSED,
    /** Two caseworkers have decided that what is disclosed does not show. */
    IN_FORCE,
    /** A caseworker has said no. */
    REFUSED,
    /** Its last day is over, or a caseworker has ended it. */
    ENDED,
    /** Nobody reviewed it in time, and so it ended by itself. */
    LAPSED
}
