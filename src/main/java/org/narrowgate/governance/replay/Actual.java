package org.narrowgate.governance.replay;

/** What really became of a request that is replayed, as far as is known. */
public enum Actual {
    REFUSED("refused"),
    TRACED("approved and traced"),
    NOT_TRACED("approved and not traced"),
    IN_REVIEW("under review still"),
    WITHDRAWN("withdrawn"),
    UNEXPLAINED("in none of the published rows");

    private final String words;

    Actual(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
