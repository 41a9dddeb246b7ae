package org.narrowgate.web.console.policy.draft;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What has just been done, for the page that comes after it. */
enum Done {
    BEGUN("Begun. Nothing changes for anybody until somebody else has approved it."),
    SAVED("Saved as a new revision."),
    REMOVED("Removed."),
    UNDONE("Undone. The history keeps what was taken back."),
    REDONE("Brought back."),
    RENAMED("Renamed."),
    BROUGHT_UP_TO_DATE(
            "Brought up to date. Where both had changed the same, the draft's word stayed: see the history."),
    SUBMITTED("Submitted. Somebody else has to approve it now."),
    SENT_BACK("Sent back to its authors."),
    WITHDRAWN("Withdrawn. It stays to be read."),
    APPROVED("Approved and published.");

    private final String words;

    Done(String words) {
        this.words = words;
    }

    /** Empty where nothing was done that has a name. */
    static String words(@Nullable String name) {
        return Arrays.stream(values())
                .filter(done -> done.name().equals(name))
                .map(done -> done.words)
                .findFirst()
                .orElse("");
    }
}
