package org.narrowgate.web.console.policy.draft;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.governance.draft.Revision;
import org.narrowgate.web.console.policy.draft.DraftModel.Move;

/**
 * What a draft's page offers to who looks at it. Whether it is then allowed is for the services to say: the page only
 * spares people what would be refused.
 */
record DraftMoves(Draft draft, List<Revision> revisions, Staff staff, int inForce) {
    Set<Move> offered(boolean canUndo, boolean canRedo) {
        var moves = EnumSet.noneOf(Move.class);
        if (staff.is(StaffRole.POLICY_AUTHOR)) {
            moves.addAll(ofAuthors());
        }
        if (staff.is(StaffRole.POLICY_APPROVER) && draft.state() == DraftState.SUBMITTED) {
            moves.add(Move.SEND_BACK);
            if (!tookPart()) {
                moves.add(Move.APPROVE);
            }
        }
        if (!canUndo) {
            moves.remove(Move.UNDO);
        }
        if (!canRedo) {
            moves.remove(Move.REDO);
        }
        return moves;
    }

    /** Empty where it can be approved, or nobody has asked for it. */
    String whyNotApproved() {
        if (draft.state() != DraftState.SUBMITTED) {
            return "";
        }
        if (!staff.is(StaffRole.POLICY_APPROVER)) {
            return "A policy approver who has written nothing of it has to approve it.";
        }
        return tookPart()
                ? "You have written or submitted some of this draft, so somebody else has to approve it, whatever roles"
                        + " you have."
                : "";
    }

    private Set<Move> ofAuthors() {
        return switch (draft.state()) {
            case DRAFT -> {
                var moves = EnumSet.of(Move.EDIT, Move.UNDO, Move.REDO, Move.SUBMIT, Move.WITHDRAW);
                if (draft.base() != inForce) {
                    moves.add(Move.BRING_UP_TO_DATE);
                }
                yield moves;
            }
            case SUBMITTED -> EnumSet.of(Move.WITHDRAW);
            case IN_CONSULTATION, APPROVED, WITHDRAWN -> EnumSet.noneOf(Move.class);
        };
    }

    private boolean tookPart() {
        return draft.startedBy().id().equals(staff.id())
                || revisions.stream().anyMatch(revision -> revision.by().id().equals(staff.id()))
                || draft.submission()
                        .filter(submission -> submission.by().id().equals(staff.id()))
                        .isPresent();
    }
}
