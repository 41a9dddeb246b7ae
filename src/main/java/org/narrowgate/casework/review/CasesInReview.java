package org.narrowgate.casework.review;

import static org.narrowgate.casework.review.ReviewException.Fault.CLAIMED_BY_ANOTHER;
import static org.narrowgate.casework.review.ReviewException.Fault.MOVE_NOT_OFFERED;
import static org.narrowgate.casework.review.ReviewException.Fault.NOT_FOR_THIS_ROLE;
import static org.narrowgate.casework.review.ReviewException.Fault.REQUEST_UNKNOWN;
import static org.narrowgate.casework.review.ReviewException.Fault.STALE;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.policy.Decision;

/** Requests for caseworkers to move: there, as they saw them, and in nobody else's hands. */
@ApplicationScoped
class CasesInReview {
    private final CaseFiles files;
    private final Claims claims;
    private final CaseDrafts drafts;

    CasesInReview(CaseFiles files, Claims claims, CaseDrafts drafts) {
        this.files = files;
        this.claims = claims;
        this.drafts = drafts;
    }

    static void mayDecide(Staff staff) {
        if (!staff.is(StaffRole.CASEWORKER)) {
            throw new ReviewException(NOT_FOR_THIS_ROLE, "Only a caseworker can do this.");
        }
    }

    CaseFile known(Staff staff, TracingRequestId id) {
        mayDecide(staff);
        return files.find(id).orElseThrow(() -> new ReviewException(REQUEST_UNKNOWN, "There is no such request."));
    }

    /** @param seen the version the caseworker decides on */
    CaseFile current(Staff staff, TracingRequestId id, Instant seen, Moment moment) {
        var file = known(staff, id);
        if (!file.changedAt().equals(seen)) {
            throw new ReviewException(
                    STALE,
                    "This request has moved since you opened it; it is now: "
                            + Progress.of(file.state()).words() + ". Nothing was done.");
        }
        claims.of(id, moment.now())
                .filter(claim -> !claim.by().equals(staff.id()))
                .ifPresent(claim -> {
                    throw new ReviewException(
                            CLAIMED_BY_ANOTHER, claim.name() + " is at work on this request. Nothing was done.");
                });
        return file;
    }

    int exceptionalWorkingDays(CaseFile file, Moment moment) {
        return switch (Decisions.byPolicy(file, moment)) {
            case Decision.Refer(var release) -> release.terms().exceptionalWorkingDays();
            case Decision.Permit(var release) -> release.terms().exceptionalWorkingDays();
            case Decision.Refuse refusal ->
                throw new ReviewException(
                        MOVE_NOT_OFFERED,
                        "The policy now in force would refuse this request: " + refusal.clause() + ".");
        };
    }

    /** It has moved on: whoever moved it is not at work on it any more. */
    void settled(Staff staff, TracingRequestId id) {
        // Not a colleague's, who may have taken it for the second approval by now.
        claims.giveBack(id, staff.id());
    }

    /** It has moved on by a decision: what was typed for one is not needed any more. */
    void decided(Staff staff, TracingRequestId id) {
        settled(staff, id);
        drafts.drop(id);
    }
}
