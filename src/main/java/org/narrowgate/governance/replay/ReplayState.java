package org.narrowgate.governance.replay;

/** How far a replay has come. */
public enum ReplayState {
    QUEUED("waiting for its turn"),
    RUNNING("running"),
    DONE("done"),
    FAILED("failed"),
    CANCELLED("cancelled"),
    /** Nobody is at work on it any longer: the replica that was has gone. */
    INTERRUPTED("interrupted: the process that was at work on it has gone");

    private final String words;

    ReplayState(String words) {
        this.words = words;
    }

    /** As a page says it, after "is". */
    public String words() {
        return words;
    }

    /** Whether it can still come to anything. */
    public boolean isUnderWay() {
        return this == QUEUED || this == RUNNING;
    }
}
