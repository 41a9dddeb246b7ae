package org.narrowgate.governance.draft;

import static java.util.stream.Collectors.joining;
import static org.narrowgate.governance.GovernanceException.Fault.DRAFT_UNKNOWN;
import static org.narrowgate.governance.GovernanceException.Fault.NOT_FOR_THIS_ROLE;
import static org.narrowgate.governance.GovernanceException.Fault.NOT_OFFERED;
import static org.narrowgate.governance.GovernanceException.Fault.STALE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.draft.store.Drafts;

/** What has to hold before anything is done to a draft: who does it, in which state, and that they saw what is there. */
@ApplicationScoped
public class DraftGuard {
    // A sentence, not a history: that is on the draft's own page.
    private static final int MOST_CHANGES_TOLD = 5;

    private static final int LONGEST_WORDS = 300;

    private final Drafts drafts;

    DraftGuard(Drafts drafts) {
        this.drafts = drafts;
    }

    /** @throws GovernanceException NOT_FOR_THIS_ROLE where the person has none of these */
    public void requireRole(Staff staff, String what, StaffRole... roles) {
        if (Arrays.stream(roles).noneMatch(staff::is)) {
            var needed = Arrays.stream(roles).map(StaffRole::words).collect(joining(" or a "));
            throw new GovernanceException(NOT_FOR_THIS_ROLE, "To " + what + " takes a " + needed + ".");
        }
    }

    /** @throws GovernanceException NOT_OFFERED where the draft is in none of these states */
    public void requireState(DraftHead draft, String what, DraftState... states) {
        if (Arrays.stream(states).noneMatch(draft.state()::equals)) {
            throw new GovernanceException(
                    NOT_OFFERED,
                    "A draft can be " + what + " while it is "
                            + Arrays.stream(states).map(DraftState::words).collect(joining(" or "))
                            + "; this one is " + draft.state().words() + ".");
        }
    }

    /** @throws GovernanceException STALE, with what has changed since and by whom */
    public void requireSeen(DraftHead draft, int seen) {
        if (seen == draft.revision()) {
            return;
        }
        var since = drafts.revisions(draft.id()).stream()
                .filter(revision -> revision.number() > seen)
                .toList();
        throw new GovernanceException(
                STALE,
                since.isEmpty()
                        ? "The draft has no revision " + seen + "; its newest is " + draft.revision() + "."
                        : told(since) + " Nothing of yours has been saved.");
    }

    static GovernanceException unknown() {
        return new GovernanceException(DRAFT_UNKNOWN, "There is no such draft.");
    }

    private static String told(List<Revision> since) {
        var changes = since.stream()
                .limit(MOST_CHANGES_TOLD)
                .map(revision ->
                        revision.by().name() + " (revision " + revision.number() + "): " + shortened(revision.words()))
                .collect(joining("; "));
        var more = since.size() > MOST_CHANGES_TOLD
                ? "; and " + (since.size() - MOST_CHANGES_TOLD) + " further revisions"
                : "";
        return "The draft has changed since you saw it. " + changes + more + ".";
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }
}
