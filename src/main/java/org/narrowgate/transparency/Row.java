package org.narrowgate.transparency;

/** What became of a request: each one received is in exactly one row of the register. */
public enum Row {
    REJECTED("rejected", "Rejected"),
    APPROVED_TRACE("approved-trace", "Approved – Trace"),
    APPROVED_NO_TRACE("approved-no-trace", "Approved – No Trace"),
    UNDER_REVIEW("under-review", "Under review"),
    WITHDRAWN("withdrawn", "Withdrawn");

    private final String word;
    private final String title;

    Row(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As files write it. */
    public String word() {
        return word;
    }

    /** As the register's page writes it. */
    public String title() {
        return title;
    }
}
