package org.narrowgate.web.console.policy.draft;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftHead;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.RefusalStatus;
import org.narrowgate.web.console.SignedIn;
import org.narrowgate.web.console.policy.form.Texts;

/** The drafts there are, and how one begins. */
@Path(Address.DRAFTS)
@Produces(MediaType.TEXT_HTML)
class DraftsPages {
    private static final Set<DraftState> OPEN =
            EnumSet.of(DraftState.DRAFT, DraftState.IN_CONSULTATION, DraftState.SUBMITTED);

    private final Template page;
    private final SignedIn signedIn;
    private final DraftService drafts;

    DraftsPages(@Location("console/policy/drafts.html") Template page, SignedIn signedIn, DraftService drafts) {
        this.page = page;
        this.signedIn = signedIn;
        this.drafts = drafts;
    }

    @GET
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    public Response all() {
        return show(signedIn.staff(), 200, Attempt.NONE);
    }

    @POST
    @RolesAllowed(StaffRole.AUTHOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> form) {
        var staff = signedIn.staff();
        var typed = Texts.sent(form);
        return begun(staff, typed, Fields.TITLE, () -> drafts.begin(staff, typed.one(Fields.TITLE)));
    }

    @POST
    @Path("upload")
    @RolesAllowed(StaffRole.AUTHOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response upload(MultivaluedMap<String, String> form) {
        var staff = signedIn.staff();
        var typed = Texts.sent(form);
        return begun(
                staff,
                typed,
                Fields.UPLOAD_TITLE,
                () -> drafts.upload(staff, typed.one(Fields.UPLOAD_TITLE), typed.one(Fields.DOCUMENT)));
    }

    private Response begun(Staff staff, Texts typed, String title, Supplier<Draft> begin) {
        try {
            var draft = begin.get();
            return Response.seeOther(Address.after(Address.of(draft.id()), Done.BEGUN))
                    .build();
        } catch (GovernanceException refused) {
            var attempt = Attempt.at(typed, title, String.valueOf(refused.getMessage()));
            return show(staff, RefusalStatus.of(refused.fault()), attempt);
        } catch (PolicyFaultsException faulty) {
            return show(staff, RefusalStatus.UNPROCESSABLE, Attempt.at(typed, faulty.faults()));
        }
    }

    private Response show(Staff staff, int status, Attempt attempt) {
        var all = drafts.all();
        var fields = attempt.fields();
        var writes = staff.is(StaffRole.POLICY_AUTHOR);
        var model = new DraftsModel(
                attempt.alert(),
                all.stream()
                        .filter(draft -> OPEN.contains(draft.state()))
                        .map(DraftsPages::line)
                        .toList(),
                all.stream()
                        .filter(draft -> !OPEN.contains(draft.state()))
                        .map(DraftsPages::line)
                        .toList(),
                writes ? List.of(fields.title(Fields.TITLE)) : List.of(),
                writes ? List.of(fields.title(Fields.UPLOAD_TITLE), fields.document()) : List.of());
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.data("drafts", model).render())
                .build();
    }

    private static DraftsModel.Line line(DraftHead draft) {
        return new DraftsModel.Line(
                Address.of(draft.id()),
                draft.title(),
                DraftModels.sign(draft.state()),
                "From version " + draft.base() + ", revision " + draft.revision(),
                "Last changed by " + draft.changedBy().name() + ", " + LondonTime.moment(draft.changedAt()));
    }
}
