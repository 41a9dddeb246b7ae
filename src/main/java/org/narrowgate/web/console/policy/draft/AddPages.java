package org.narrowgate.web.console.policy.draft;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.web.RefusalStatus;
import org.narrowgate.web.console.SignedIn;
import org.narrowgate.web.console.policy.draft.Alert.FaultLine;
import org.narrowgate.web.console.policy.form.FormModel;
import org.narrowgate.web.console.policy.form.Texts;

/** How a purpose, an agreement or an agency comes into a draft. */
@Path(Address.DRAFTS + "/{id}/add/{kind}")
@RolesAllowed(StaffRole.AUTHOR)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class AddPages {
    private final Template page;
    private final SignedIn signedIn;
    private final DraftPage draftPage;
    private final DraftService drafts;

    AddPages(
            @Location("console/policy/part.html") Template page,
            SignedIn signedIn,
            DraftPage draftPage,
            DraftService drafts) {
        this.page = page;
        this.signedIn = signedIn;
        this.draftPage = draftPage;
        this.drafts = drafts;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Response show(@PathParam("id") String id, @PathParam("kind") String kind) {
        try {
            return answer(200, drafts.draft(Address.id(id)), PartKind.of(kind), Texts.NONE, Alert.NONE);
        } catch (GovernanceException refused) {
            return draftPage.message(refused);
        }
    }

    @POST
    public Response add(
            @PathParam("id") String id, @PathParam("kind") String word, MultivaluedMap<String, String> form) {
        var staff = signedIn.staff();
        var draft = Address.id(id);
        var kind = PartKind.of(word);
        var typed = Texts.sent(form);
        try {
            var seen = Address.seen(typed);
            var part = NewParts.made(kind, drafts.at(draft, seen), typed);
            drafts.add(staff, draft, seen, "/" + kind.word(), part);
            var place = new Place.Element(kind, typed.one("/id").strip());
            return Response.seeOther(Address.after(Address.of(draft) + place.address(), Done.SAVED))
                    .build();
        } catch (PolicyFaultsException faulty) {
            var now = drafts.draft(draft);
            return answer(RefusalStatus.UNPROCESSABLE, now, kind, typed, alert(now, kind, faulty.faults()));
        } catch (GovernanceException refused) {
            return switch (refused.fault()) {
                // What is new does not rest on what was there before: sent again, it is added to that.
                case STALE ->
                    answer(
                            409,
                            drafts.draft(draft),
                            kind,
                            typed,
                            new Alert(String.valueOf(refused.getMessage()), List.of()));
                default -> draftPage.refused(staff, draft, typed, "", refused);
            };
        }
    }

    private static Alert alert(Draft draft, PartKind kind, List<PolicyFault> faults) {
        var form = NewParts.form(kind, draft.policy());
        var lines = faults.stream()
                .map(fault -> {
                    var within = fault.pointer().replaceFirst("^/" + kind.word() + "/[0-9]+", "");
                    var field = form.fieldOf(Texts.NONE, within).orElse("");
                    return new FaultLine(
                            field, form.label(Texts.NONE, field).orElse("Elsewhere"), fault.pointer(), fault.message());
                })
                .toList();
        return new Alert("Nothing was added: something is missing or does not fit.", lines);
    }

    private Response answer(int status, Draft draft, PartKind kind, Texts typed, Alert alert) {
        Map<String, String> beside = alert.faults().stream()
                .filter(fault -> !fault.field().isEmpty())
                .collect(Collectors.toMap(FaultLine::field, FaultLine::message, (one, other) -> one + "; " + other));
        var address = Address.of(draft.id());
        var model = new PartModel(
                address,
                address + "/add/" + kind.word(),
                draft.title(),
                "Add " + (kind == PartKind.PURPOSES ? "a " : "an ") + kind.element(),
                "",
                draft.revision(),
                "Add",
                "",
                "",
                alert,
                List.of(),
                FormModel.of(NewParts.form(kind, draft.policy()), typed, beside));
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.data("part", model).render())
                .build();
    }
}
