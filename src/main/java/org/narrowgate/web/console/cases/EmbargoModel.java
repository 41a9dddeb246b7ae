package org.narrowgate.web.console.cases;

import java.util.List;
import org.narrowgate.web.console.cases.CaseModel.Saying;

/**
 * The embargo of a request as its page shows it.
 *
 * @param seen how much of it the page shows, to be sent back with each form
 * @param words the state, in a sentence
 * @param asked what the agency asks for; empty where nothing waits
 * @param proposed what a caseworker proposes; empty where nothing waits
 * @param holds what holds; empty where nothing does
 * @param own a sentence where the proposal is the reader's own; else empty
 * @param proposal the form to propose one, with a title that says what for
 * @param approval the form to approve one; empty where nothing can be approved by the reader
 * @param refusal the form to refuse; empty where nothing waits
 * @param ending the form to end it; empty where nothing holds
 */
public record EmbargoModel(
        int seen,
        Sign state,
        String words,
        List<Saying> asked,
        List<Saying> proposed,
        List<Saying> holds,
        String own,
        Proposal proposal,
        List<TextModel> approval,
        List<TextModel> refusal,
        List<TextModel> ending) {
    public EmbargoModel {
        asked = List.copyOf(asked);
        proposed = List.copyOf(proposed);
        holds = List.copyOf(holds);
        approval = List.copyOf(approval);
        refusal = List.copyOf(refusal);
        ending = List.copyOf(ending);
    }

    /** @param open an attribute where the form was sent in vain; else empty */
    public record Proposal(String title, String open, DayModel until, DayModel review, TextModel reason) {}

    /**
     * A day to be chosen.
     *
     * @param latest the last that may be chosen
     * @param fault what is wrong with it; empty where nothing is
     */
    public record DayModel(String name, String label, String hint, String value, String latest, String fault) {
        /** Ids of what is said about it. */
        public String described() {
            return fault.isEmpty() ? name + "-hint" : name + "-fault " + name + "-hint";
        }
    }
}
