package org.narrowgate.web.console.cases;

import java.util.List;
import java.util.Set;
import org.narrowgate.web.console.cases.CaseModel.Saying;

/**
 * What a caseworker can do with a request now, and the forms for it.
 *
 * @param withheld why nothing is offered; empty where something is
 * @param second why approving takes two, or whose turn it is
 * @param first the approval that waits for a second, or none
 * @param draft when what is shown was typed; empty where it is not from a draft
 * @param left what was typed into forms that are not offered any more
 */
public record DecideModel(
        String withheld,
        Set<Form> forms,
        String second,
        List<First> first,
        List<Factor> speakingFor,
        List<Factor> speakingAgainst,
        List<TextModel> reasoning,
        TextModel confirmation,
        TextModel refusal,
        TextModel question,
        TextModel priorityReasons,
        String draft,
        List<Saying> left) {
    public DecideModel {
        forms = Set.copyOf(forms);
        first = List.copyOf(first);
        speakingFor = List.copyOf(speakingFor);
        speakingAgainst = List.copyOf(speakingAgainst);
        reasoning = List.copyOf(reasoning);
        left = List.copyOf(left);
    }

    /** A form the page may hold. */
    public enum Form {
        PRIORITY,
        APPROVE,
        CONFIRM,
        REFUSE,
        ASK
    }

    public boolean isApprove() {
        return forms.contains(Form.APPROVE);
    }

    public boolean isConfirm() {
        return forms.contains(Form.CONFIRM);
    }

    public boolean isRefuse() {
        return forms.contains(Form.REFUSE);
    }

    public boolean isAsk() {
        return forms.contains(Form.ASK);
    }

    public boolean isPriority() {
        return forms.contains(Form.PRIORITY);
    }

    /** A factor of the public-interest test, to be weighed. */
    public record Factor(String name, String words, String fault, List<Choice> choices) {
        public Factor {
            choices = List.copyOf(choices);
        }
    }

    /**
     * One weight of a factor.
     *
     * @param id the factor's name for the first of them, so that a fault's link leads there
     * @param checked an attribute, or nothing
     */
    public record Choice(String id, String value, String words, String checked) {}

    /** The first caseworker's test. */
    public record First(String who, String at, List<Saying> weights, List<Saying> reasoning) {
        public First {
            weights = List.copyOf(weights);
            reasoning = List.copyOf(reasoning);
        }
    }
}
