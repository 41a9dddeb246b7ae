package org.narrowgate.web.console.policy.draft;

import java.util.List;
import java.util.Set;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.Sign;
import org.narrowgate.web.console.policy.DifferenceModel;
import org.narrowgate.web.console.policy.PolicyModel;
import org.narrowgate.web.console.policy.form.InputModel;

/**
 * A draft as its page shows it. Texts are empty where there is nothing to say.
 *
 * @param obstacle what stands in the way of submitting or approving it
 * @param difference against the version in force
 * @param whyNot why an approver cannot approve it
 */
public record DraftModel(
        String id,
        String address,
        String title,
        int revision,
        Sign state,
        String notice,
        Alert alert,
        List<Saying> about,
        String obstacle,
        String inForce,
        DifferenceModel difference,
        PolicyModel policy,
        List<Past> revisions,
        List<Past> steps,
        Set<Move> moves,
        String whyNot,
        Forms forms) {
    public DraftModel {
        about = List.copyOf(about);
        revisions = List.copyOf(revisions);
        steps = List.copyOf(steps);
        moves = Set.copyOf(moves);
    }

    /** Something that was done to it. */
    public record Past(String what, String who, String at, String words) {}

    /** Something that can be done with it now, by who looks at it. */
    public enum Move {
        EDIT,
        UNDO,
        REDO,
        BRING_UP_TO_DATE,
        SUBMIT,
        WITHDRAW,
        APPROVE,
        SEND_BACK
    }

    /** @param fallingAway the announced versions it would supersede; nothing where there are none */
    public record Forms(
            InputModel title,
            InputModel document,
            List<InputModel> submit,
            List<InputModel> withdraw,
            List<InputModel> approve,
            List<InputModel> fallingAway,
            List<InputModel> sendBack) {
        public Forms {
            submit = List.copyOf(submit);
            withdraw = List.copyOf(withdraw);
            approve = List.copyOf(approve);
            fallingAway = List.copyOf(fallingAway);
            sendBack = List.copyOf(sendBack);
        }
    }

    public boolean isEdit() {
        return moves.contains(Move.EDIT);
    }

    public boolean isUndo() {
        return moves.contains(Move.UNDO);
    }

    public boolean isRedo() {
        return moves.contains(Move.REDO);
    }

    public boolean isBringUpToDate() {
        return moves.contains(Move.BRING_UP_TO_DATE);
    }

    public boolean isSubmit() {
        return moves.contains(Move.SUBMIT);
    }

    public boolean isWithdraw() {
        return moves.contains(Move.WITHDRAW);
    }

    public boolean isApprove() {
        return moves.contains(Move.APPROVE);
    }

    public boolean isSendBack() {
        return moves.contains(Move.SEND_BACK);
    }
}
