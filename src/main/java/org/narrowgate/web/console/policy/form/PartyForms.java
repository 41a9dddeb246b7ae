package org.narrowgate.web.console.policy.form;

import static org.narrowgate.web.console.policy.form.Choices.choice;
import static org.narrowgate.web.console.policy.form.Choices.text;
import static org.narrowgate.web.console.policy.form.Input.typed;

import java.util.Arrays;
import java.util.List;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.AgreementState;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.web.console.policy.PolicyWords;
import org.narrowgate.web.console.policy.form.Input.Kind;
import org.narrowgate.web.console.policy.form.Section.Elements;
import org.narrowgate.web.console.policy.form.Section.Values;

/** All that can be changed of one agency, of one agreement, and of the document itself. */
public final class PartyForms {
    private PartyForms() {}

    public static PartForm ofDocument() {
        return new PartForm(List.of(new Values(
                "The document", "", List.of(text("/title", "Title of the document", "Published with it.")))));
    }

    public static PartForm of(Agency agency) {
        var at = "/agencies/" + agency.id();
        return new PartForm(List.of(new Values(
                "The agency",
                "",
                List.of(
                        text(at + "/name", "Name", ""),
                        choice(at + "/group", "Column of the register", groups()),
                        typed(
                                Kind.LINES,
                                at + "/clients",
                                "Client ids",
                                "One a line. These clients of the identity provider speak for it, and for nobody else."),
                        typed(
                                Kind.LINES,
                                at + "/ranks",
                                "Ranks that may countersign",
                                "One a line, in lower case. May be none.")))));
    }

    public static PartForm of(PolicyDocument document, Agreement agreement) {
        var at = "/agreements/" + agreement.id();
        return new PartForm(List.of(
                new Values(
                        "The agreement",
                        "",
                        List.of(
                                text(at + "/title", "Title", ""),
                                text(at + "/statute", "Statute", "The power it rests on."),
                                choice(at + "/state", "State", Choices.of(AgreementState.values(), PolicyWords::state)),
                                typed(Kind.DAY, at + "/validFrom", "First day it holds", ""),
                                typed(
                                        Kind.OPTIONAL_DAY,
                                        at + "/validUntil",
                                        "Last day it holds",
                                        "Empty: it has no end."))),
                grants(document, at),
                new Values("Clauses", "What a refusal cites, rule by rule.", clauses(at + "/clauses/"))));
    }

    public static List<Option> groups() {
        return Arrays.stream(AgencyGroup.values())
                .map(group -> new Option(group.title(), group.title()))
                .toList();
    }

    private static Elements grants(PolicyDocument document, String at) {
        var limits = List.of(
                typed(Kind.OPTIONAL_NUMBER, "/dailyLimit", "Requests a day", "Empty: no limit."),
                typed(Kind.OPTIONAL_NUMBER, "/monthlyLimit", "Requests a calendar month", "Empty: no limit."));
        return new Elements(
                "Purposes and limits",
                "What the agency may ask for, and how often.",
                at + "/purposes",
                "purpose",
                "Grant a purpose",
                Choices.purposes(document),
                _ -> limits,
                limits);
    }

    private static List<Input> clauses(String at) {
        return List.of(
                text(at + "purposes", "Purposes", ""),
                text(at + "term", "Term", ""),
                text(at + "grounds", "Grounds", ""),
                text(at + "sources", "Usual sources first", ""),
                text(at + "countersignature", "Countersignature", ""),
                text(at + "search", "How a person may be named", ""),
                text(at + "destruction", "Destruction", ""),
                text(at + "limits", "Limits", ""),
                text(at + "publicInterest", "Refusal without limitation", ""));
    }
}
