package org.narrowgate.policy;

/** Which way a change of policy goes: towards more being disclosed, towards less, or towards neither. */
public enum Direction {
    WIDENS,
    NARROWS,
    NEITHER;

    /** The direction of a number of which more discloses more. */
    static Direction ofMore(int before, int after) {
        if (before == after) {
            return NEITHER;
        }
        return before < after ? WIDENS : NARROWS;
    }

    /** The direction of a number of which more discloses less. */
    static Direction ofStricter(int strictness, int now) {
        return ofMore(now, strictness);
    }
}
