package org.narrowgate.web.console.policy.draft;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.draft.DocumentTree;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.web.RefusalStatus;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.policy.draft.Alert.FaultLine;
import org.narrowgate.web.console.policy.form.FormModel;
import org.narrowgate.web.console.policy.form.PartForm;
import org.narrowgate.web.console.policy.form.Texts;

/** The page of a part of a draft: as it is, or with why it was not saved and everything that was typed. */
@ApplicationScoped
class PartPage {
    private static final String SAVE = "Save";

    private final Template page;

    PartPage(@Location("console/policy/part.html") Template page) {
        this.page = page;
    }

    /** @throws NotFoundException where the draft has no such part */
    Response show(Staff staff, Draft draft, Place place, String notice) {
        var form = form(draft, place);
        var withheld = withheld(staff, draft);
        return answer(
                200,
                model(draft, place, SAVE, Alert.NONE, List.of(), FormModel.of(form, texts(form, draft), Map.of()))
                        .withWords(notice, withheld));
    }

    /** @param faults of the document that the edit would have made, by named pointers */
    Response faulty(Draft draft, Place place, Texts typed, List<FaultLine> faults) {
        var form = form(draft, place);
        var shown = texts(form, draft);
        var placed =
                faults.stream().map(fault -> placed(form, shown, typed, fault)).toList();
        var beside = placed.stream()
                .filter(fault -> !fault.field().isEmpty())
                .collect(toMap(FaultLine::field, FaultLine::message, (one, other) -> one + "; " + other));
        var count = placed.size() == 1 ? "one fault" : placed.size() + " faults";
        return answer(
                RefusalStatus.UNPROCESSABLE,
                model(
                        draft,
                        place,
                        SAVE,
                        new Alert("Nothing was saved: the document would have " + count + ".", placed),
                        List.of(),
                        FormModel.of(form, shown.with(typed.fields()), beside)));
    }

    /**
     * For who edited a revision that is not the newest any more.
     *
     * @param edited the form of that revision
     * @param shown what it held
     */
    Response stale(Draft newest, Place place, PartForm edited, Texts shown, Texts typed, String sentence) {
        var form = place.form(newest.policy().document());
        if (form.isEmpty()) {
            return answer(
                    409,
                    model(
                            newest,
                            place,
                            "",
                            new Alert(sentence + " This part is not there any more.", List.of()),
                            left(edited, shown, typed, new PartForm(List.of()), Texts.NONE),
                            new FormModel(List.of())));
        }
        var now = texts(form.get(), newest);
        return answer(
                409,
                model(
                        newest,
                        place,
                        "Apply what I changed to revision " + newest.revision(),
                        new Alert(
                                sentence + " Below is the newest revision with what you changed put into it.",
                                List.of()),
                        left(edited, shown, typed, form.get(), now),
                        FormModel.of(form.get(), form.get().onto(now, edited.changed(shown, typed)), Map.of())));
    }

    private static PartForm form(Draft draft, Place place) {
        return place.form(draft.policy().document()).orElseThrow(NotFoundException::new);
    }

    static Texts texts(PartForm form, Draft draft) {
        return form.texts(DocumentTree.of(draft.policy().canonicalJson()));
    }

    private static PartModel model(
            Draft draft, Place place, String saving, Alert alert, List<Saying> left, FormModel form) {
        return new PartModel(
                Address.of(draft.id()),
                Address.of(draft.id()) + place.address(),
                draft.title(),
                heading(place, draft.policy().document()),
                place instanceof Place.Element element ? element.kind().element() : "",
                draft.revision(),
                saving,
                "",
                "",
                alert,
                left,
                form);
    }

    private static String heading(Place place, PolicyDocument document) {
        return place.heading(document).orElse("Nothing is here any more");
    }

    private static String withheld(Staff staff, Draft draft) {
        if (draft.state() != DraftState.DRAFT) {
            return "This draft is " + draft.state().words() + ", so nothing in it can be changed now.";
        }
        return staff.is(StaffRole.POLICY_AUTHOR) ? "" : "Only a policy author can change a draft.";
    }

    private static FaultLine placed(PartForm form, Texts shown, Texts typed, FaultLine fault) {
        var field = form.fieldOf(shown, form.asShown(typed, fault.path())).orElse("");
        return new FaultLine(field, form.label(shown, field).orElse(fault.label()), fault.path(), fault.message());
    }

    private static List<Saying> left(PartForm edited, Texts shown, Texts typed, PartForm form, Texts now) {
        return edited.changed(shown, typed).fields().entrySet().stream()
                .filter(field -> form.label(now, field.getKey()).isEmpty())
                .map(field -> new Saying(
                        edited.label(shown, field.getKey()).orElse(field.getKey()),
                        field.getValue().stream().collect(joining(", "))))
                .filter(saying -> !saying.text().isBlank())
                .toList();
    }

    private Response answer(int status, PartModel model) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.data("part", model).render())
                .build();
    }
}
