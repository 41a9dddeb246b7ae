package org.narrowgate.web.console.policy.draft;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.narrowgate.governance.draft.DocumentTree;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.web.console.ConsoleForTests;
import org.narrowgate.web.console.policy.form.Texts;

/** The forms of drafts as a browser would send them: all that a form holds, with what somebody changed in it. */
@ApplicationScoped
public class DraftsForTests {
    static final String COUNTER_FRAUD = "/purposes/counter-fraud";

    private final DraftService drafts;

    DraftsForTests(DraftService drafts) {
        this.drafts = drafts;
    }

    DraftId begunBy(ConsoleForTests author) {
        var answer = author.form().formParam("title", "A draft in a test").post("/console/policy/drafts");
        return DraftId.parse(answer.header("Location").replaceFirst(".*/drafts/([^?]+).*", "$1"))
                .orElseThrow();
    }

    Draft now(DraftId id) {
        return drafts.draft(id);
    }

    Response saves(ConsoleForTests author, DraftId id, Place place, Map<String, List<String>> changes) {
        return saves(author, id, now(id).revision(), place, changes);
    }

    /** @param seen the revision that the author's page shows */
    Response saves(ConsoleForTests author, DraftId id, int seen, Place place, Map<String, List<String>> changes) {
        return post(author, id, place.address(), sent(id, seen, place, changes));
    }

    /** Everything the form at a place holds at a revision, with changes. */
    Map<String, List<String>> sent(DraftId id, int seen, Place place, Map<String, List<String>> changes) {
        var policy = drafts.at(id, seen);
        var form = place.form(policy.document()).orElseThrow();
        var fields = new HashMap<>(
                form.texts(DocumentTree.of(policy.canonicalJson())).fields());
        fields.putAll(changes);
        fields.put("seen", List.of(String.valueOf(seen)));
        return fields;
    }

    Response moves(ConsoleForTests staff, DraftId id, String move, Map<String, String> typed) {
        var fields = new HashMap<String, List<String>>();
        typed.forEach((name, text) -> fields.put(name, List.of(text)));
        fields.put("seen", List.of(String.valueOf(now(id).revision())));
        return post(staff, id, "/" + move, fields);
    }

    static Response page(ConsoleForTests staff, DraftId id, String part) {
        return staff.asking().get(Address.of(id) + part);
    }

    private static Response post(ConsoleForTests staff, DraftId id, String path, Map<String, List<String>> fields) {
        var form = staff.form();
        new Texts(fields).fields().forEach((name, texts) -> form.formParam(name, texts));
        return form.post(Address.of(id) + path);
    }

    static Place purpose(String id) {
        return new Place.Element(PartKind.PURPOSES, id);
    }

    static Place agreement(String id) {
        return new Place.Element(PartKind.AGREEMENTS, id);
    }

    static Place agency(String id) {
        return new Place.Element(PartKind.AGENCIES, id);
    }
}
