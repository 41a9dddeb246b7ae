package org.narrowgate.web.console.policy.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.narrowgate.governance.draft.DocumentTree;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Policy;
import org.narrowgate.web.console.policy.form.Input;
import org.narrowgate.web.console.policy.form.Input.Kind;
import org.narrowgate.web.console.policy.form.Option;
import org.narrowgate.web.console.policy.form.PartForm;
import org.narrowgate.web.console.policy.form.PartyForms;
import org.narrowgate.web.console.policy.form.Section;
import org.narrowgate.web.console.policy.form.Texts;

/** What is added to a document: as narrow as it can be, to be widened on its own page. */
final class NewParts {
    private static final String LIKE = "/like";

    private NewParts() {}

    /** What has to be known before anything is there; the fields' names begin at the new element. */
    static PartForm form(PartKind kind, Policy policy) {
        var id = Input.typed(Kind.TEXT, "/id", "Id", "Lower-case words with hyphens. It stays for ever.");
        return new PartForm(List.of(new Section.Values(
                "The new " + kind.element(),
                "",
                switch (kind) {
                    case PURPOSES -> List.of(id, text("/title", "Title"), text("/statute", "Statute"), like(policy));
                    case AGREEMENTS ->
                        List.of(
                                id,
                                new Input("/agency", "Agency", "", Kind.CHOICE, withoutAgreement(policy)),
                                text("/title", "Title"),
                                text("/statute", "Statute"),
                                Input.typed(Kind.DAY, "/validFrom", "First day it holds", ""));
                    case AGENCIES ->
                        List.of(
                                id,
                                text("/name", "Name"),
                                new Input("/group", "Column of the register", "", Kind.CHOICE, PartyForms.groups()));
                })));
    }

    static ObjectNode made(PartKind kind, Policy policy, Texts typed) {
        var part = switch (kind) {
            case PURPOSES -> purpose(policy, typed);
            case AGREEMENTS -> agreement(typed);
            case AGENCIES -> agency();
        };
        form(kind, policy).sections().stream()
                .flatMap(section -> section instanceof Section.Values values ? values.inputs().stream() : null)
                .filter(input -> !input.pointer().equals(LIKE))
                .forEach(input -> part.set(input.pointer().substring(1), value(input, typed)));
        return part;
    }

    private static JsonNode value(Input input, Texts typed) {
        return JsonNodeFactory.instance.textNode(typed.one(input.pointer()).strip());
    }

    private static ObjectNode purpose(Policy policy, Texts typed) {
        return Optional.of(typed.one(LIKE))
                .filter(like -> !like.isBlank())
                .flatMap(like -> DocumentTree.of(policy.canonicalJson()).find("/purposes/" + like))
                .map(like -> (ObjectNode) like.deepCopy())
                .orElseGet(NewParts::narrowest);
    }

    private static ObjectNode narrowest() {
        var part = JsonNodeFactory.instance.objectNode();
        part.putArray("prohibitions");
        part.put("lawfulBasis", "PUBLIC_TASK");
        part.put("decision", "CASE_BY_CASE");
        part.put("countersignature", "REQUIRED");
        part.put("deceased", "EXCLUDED");
        part.put("consultation", "REQUIRED");
        part.put("restriction", "YIELDS");
        var treatments = part.putObject("treatments");
        for (var field : Field.values()) {
            treatments.put(field.path(), "withheld");
        }
        part.putArray("searchArguments").add("nhsNumber");
        part.putArray("grounds");
        part.putObject("terms")
                .put("responseWorkingDays", 20)
                .put("exceptionalWorkingDays", 5)
                .put("retentionDays", 30)
                .put("readableDays", 1)
                .put("readings", 1);
        var review = part.putObject("review");
        review.put("secondCaseworker", "REQUIRED").put("whileInformationIsAwaited", "CLOCK_RUNS");
        review.putArray("reminderWorkingDays").add(10).add(15);
        review.put("erasureDays", 365);
        return part;
    }

    private static ObjectNode agreement(Texts typed) {
        var title = typed.one("/title").strip();
        var part = JsonNodeFactory.instance.objectNode();
        part.put("state", "DRAFT");
        part.putArray("purposes");
        var clauses = part.putObject("clauses");
        clauses.put("purposes", title + ", clause 1, purposes");
        clauses.put("term", title + ", clause 2, term");
        clauses.put("grounds", title + ", clause 3, grounds");
        clauses.put("sources", title + ", clause 4, usual sources of information first");
        clauses.put("countersignature", title + ", clause 5, countersignature by a senior officer");
        clauses.put("search", title + ", clause 6, how a person may be named");
        clauses.put("destruction", title + ", clause 7, secure destruction");
        clauses.put("limits", title + ", clause 8, limits");
        clauses.put("publicInterest", title + ", clause 9, refusal without limitation");
        return part;
    }

    private static ObjectNode agency() {
        var part = JsonNodeFactory.instance.objectNode();
        part.putArray("clients");
        part.putArray("ranks");
        return part;
    }

    private static Input text(String pointer, String label) {
        return Input.typed(Kind.TEXT, pointer, label, "");
    }

    private static Input like(Policy policy) {
        return new Input(
                LIKE,
                "Begin with the rules of",
                "None: everything is withheld, and every request goes to two caseworkers.",
                Kind.OPTIONAL_CHOICE,
                policy.document().purposes().stream()
                        .map(purpose -> new Option(purpose.id().value(), purpose.title()))
                        .toList());
    }

    private static List<Option> withoutAgreement(Policy policy) {
        return policy.document().agencies().stream()
                .filter(agency -> policy.agreementOf(agency.id()).isEmpty())
                .map(agency -> new Option(agency.id().value(), agency.name()))
                .toList();
    }
}
