package org.narrowgate.ledger.verification;

/** How much of a log is looked at again that was found to hold last time. */
public enum Reach {
    /** All of it. */
    EVERYTHING,
    /** Nothing that cannot have changed without the root changing too: entries since last time are read. */
    WHAT_IS_NEW
}
