package org.narrowgate.web.console.policy.draft;

import java.util.EnumSet;
import java.util.Set;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.draft.DraftHead;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.web.console.policy.draft.DraftModel.Move;

/**
 * What a draft's page offers to who looks at it. Whether it is then allowed is for the services to say: the page only
 * spares people what would be refused.
 *
 * @param inForce the number of the version that decides now
 * @param against what keeps some of it from being offered
 */
record DraftMoves(DraftHead draft, Staff staff, int inForce, Set<Against> against) {
    /** What may keep a move from being offered. */
    enum Against {
        TOOK_PART,
        NOTHING_TO_UNDO,
        NOTHING_TO_REDO
    }

    Set<Move> offered() {
        var moves = EnumSet.noneOf(Move.class);
        if (staff.is(StaffRole.POLICY_AUTHOR)) {
            moves.addAll(ofAuthors());
        }
        if (staff.is(StaffRole.POLICY_APPROVER) && draft.state() == DraftState.SUBMITTED) {
            moves.add(Move.SEND_BACK);
            moves.add(Move.APPROVE);
        }
        against.forEach(one -> moves.remove(
                switch (one) {
                    case TOOK_PART -> Move.APPROVE;
                    case NOTHING_TO_UNDO -> Move.UNDO;
                    case NOTHING_TO_REDO -> Move.REDO;
                }));
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
        return against.contains(Against.TOOK_PART)
                ? "You have written or submitted some of this draft, so somebody else has to approve it, whatever roles"
                        + " you have."
                : "";
    }

    private Set<Move> ofAuthors() {
        return switch (draft.state()) {
            case DRAFT ->
                draft.base() == inForce
                        ? EnumSet.of(Move.EDIT, Move.UNDO, Move.REDO, Move.SUBMIT, Move.WITHDRAW)
                        : EnumSet.of(
                                Move.EDIT, Move.UNDO, Move.REDO, Move.SUBMIT, Move.WITHDRAW, Move.BRING_UP_TO_DATE);
            case SUBMITTED -> EnumSet.of(Move.WITHDRAW);
            case IN_CONSULTATION, APPROVED, WITHDRAWN -> EnumSet.noneOf(Move.class);
        };
    }
}
