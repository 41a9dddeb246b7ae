package org.narrowgate.governance.draft;

/** How far a draft has come. */
public enum DraftState {
    /** Authors are at work on it. */
    DRAFT("being written"),
    /** The public is asked about it; its text stands still meanwhile. */
    IN_CONSULTATION("in consultation"),
    /** An approver has to look at it. */
    SUBMITTED("submitted for approval"),
    /** It has become a policy version. */
    APPROVED("approved"),
    /** Nothing will come of it. */
    WITHDRAWN("withdrawn");

    private final String words;

    DraftState(String words) {
        this.words = words;
    }

    /** As a page says it, after "is". */
    public String words() {
        return words;
    }
}
