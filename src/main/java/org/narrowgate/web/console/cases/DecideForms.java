package org.narrowgate.web.console.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.Approval;
import org.narrowgate.casework.CaseState.Move;
import org.narrowgate.casework.Handling.PriorityAnswer;
import org.narrowgate.casework.PublicInterestFactor;
import org.narrowgate.casework.PublicInterestFactor.Side;
import org.narrowgate.casework.PublicInterestTest.Weight;
import org.narrowgate.casework.review.CaseDraft;
import org.narrowgate.casework.review.CaseView;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.DecideModel.Choice;
import org.narrowgate.web.console.cases.DecideModel.Factor;
import org.narrowgate.web.console.cases.DecideModel.First;
import org.narrowgate.web.console.cases.DecideModel.Form;

/** The forms a caseworker is offered for a request, filled with what they have typed already. */
final class DecideForms {
    private final CaseView view;
    private final Staff reader;
    private final Attempt attempt;
    private final Typed shown;
    private final String draftOf;

    DecideForms(CaseView view, Staff reader, Attempt attempt, Optional<CaseDraft> draft) {
        this.view = view;
        this.reader = reader;
        this.attempt = attempt;
        this.shown = draft.map(saved -> attempt.typed().over(saved.form())).orElse(attempt.typed());
        // What was just sent is newer than any draft, and speaks for itself.
        this.draftOf = attempt.sentence().isEmpty()
                ? draft.map(saved -> LondonTime.moment(saved.savedAt())).orElse("")
                : "";
    }

    DecideModel model() {
        var forms = forms();
        return new DecideModel(
                withheld(forms),
                forms,
                second(forms),
                view.first().map(DecideForms::first).stream().toList(),
                factors(Side.FOR),
                factors(Side.AGAINST),
                List.of(
                        text(
                                Typed.PROPORTIONALITY,
                                "Why disclosing this much, about this person, is in proportion to the purpose."),
                        text(Typed.ALTERNATIVES, "What else could serve the purpose, and why it is not enough."),
                        text(Typed.REASONS, "Why the balance falls in favour of disclosure.")),
                text(Typed.CONFIRMATION, "Why you agree with your colleague, in your own words."),
                text(Typed.REFUSAL, "A reason is enough; you may refuse without limitation."),
                text(Typed.QUESTION, "The agency reads it as you write it."),
                text(Typed.PRIORITY_REASONS, "Why it is, or is not, to be handled before others."),
                forms.isEmpty() ? "" : draftOf,
                left(forms));
    }

    private Set<Form> forms() {
        var forms = EnumSet.noneOf(Form.class);
        if (ClaimModel.of(view.claim(), reader.id()).isTaken()) {
            return forms;
        }
        view.moves().forEach(move -> form(move).ifPresent(forms::add));
        if (forms.contains(Form.REFUSE) && view.handling().priority() == PriorityAnswer.AWAITED) {
            forms.add(Form.PRIORITY);
        }
        return forms;
    }

    private static Optional<Form> form(Move move) {
        return switch (move) {
            case APPROVE -> Optional.of(Form.APPROVE);
            case CONFIRM -> Optional.of(Form.CONFIRM);
            case REFUSE -> Optional.of(Form.REFUSE);
            case ASK -> Optional.of(Form.ASK);
            case WITHDRAW, INFORM, READ_AGAIN, REPORT_MISMATCH, ATTEST_DESTRUCTION, LAPSE -> Optional.empty();
        };
    }

    private String withheld(Set<Form> forms) {
        if (!forms.isEmpty()) {
            return "";
        }
        var claim = ClaimModel.of(view.claim(), reader.id());
        return claim.isTaken() && !view.moves().isEmpty()
                ? claim.words() + ". You can decide once it is given back or has lapsed."
                : "Nothing is left to decide.";
    }

    private String second(Set<Form> forms) {
        if (view.first().isEmpty()) {
            return forms.contains(Form.APPROVE) ? CaseWords.second(view.secondCaseworker()) : "";
        }
        return view.first().get().by().equals(reader.id())
                ? "You gave the first approval. A colleague has to give the second."
                : "";
    }

    private static First first(Approval approval) {
        var test = approval.test();
        return new First(
                approval.name(),
                LondonTime.moment(approval.at()),
                Arrays.stream(PublicInterestFactor.values())
                        .flatMap(factor -> Optional.ofNullable(test.weights().get(factor))
                                .map(weight -> new Saying(factor.words(), weight.words()))
                                .stream())
                        .toList(),
                List.of(
                        new Saying("Proportionality", test.proportionality()),
                        new Saying("Alternatives", test.alternatives()),
                        new Saying("Reasons", test.reasons())));
    }

    private List<Factor> factors(Side side) {
        return Arrays.stream(PublicInterestFactor.values())
                .filter(factor -> factor.side() == side)
                .map(this::factor)
                .toList();
    }

    private Factor factor(PublicInterestFactor factor) {
        var name = Typed.name(factor);
        var choices = Arrays.stream(Weight.values())
                .map(weight -> new Choice(
                        weight == Weight.NONE ? name : name + "-" + weight.name(),
                        weight.name(),
                        weight.words(),
                        weight.name().equals(shown.of(name)) ? "checked" : ""))
                .toList();
        return new Factor(name, factor.words(), attempt.faultOf(name), choices);
    }

    private TextModel text(String name, String hint) {
        return TextModel.of(name, Typed.label(name), hint, attempt, shown, 5);
    }

    // Nothing typed is lost because somebody else was quicker: it can still be copied.
    private List<Saying> left(Set<Form> forms) {
        if (!forms.isEmpty()) {
            return List.of();
        }
        var left = new ArrayList<Saying>();
        for (var name : Typed.TEXTS) {
            if (!shown.of(name).isBlank()) {
                left.add(new Saying(Typed.label(name), shown.of(name)));
            }
        }
        return left;
    }
}
