package org.narrowgate.casework;

/** How soon an answer is needed. */
public enum Priority {
    STANDARD,
    EXCEPTIONAL
}
