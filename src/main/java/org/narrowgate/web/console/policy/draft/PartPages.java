package org.narrowgate.web.console.policy.draft;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.governance.draft.DocumentTree;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.Edit;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.web.console.SignedIn;
import org.narrowgate.web.console.policy.draft.Alert.FaultLine;
import org.narrowgate.web.console.policy.form.PartForm;
import org.narrowgate.web.console.policy.form.Texts;

/** The parts of a draft's document, each with the form that changes it. */
@Path(Address.DRAFTS + "/{id}")
@RolesAllowed(StaffRole.AUTHOR)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class PartPages {
    private final SignedIn signedIn;
    private final PartPage page;
    private final DraftPage draftPage;
    private final DraftService drafts;

    PartPages(SignedIn signedIn, PartPage page, DraftPage draftPage, DraftService drafts) {
        this.signedIn = signedIn;
        this.page = page;
        this.draftPage = draftPage;
        this.drafts = drafts;
    }

    @GET
    @Path("matrix")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.WILDCARD)
    public Response matrix(@PathParam("id") String id, @RestQuery @Nullable String done) {
        return show(id, new Place.Matrix(), done);
    }

    @POST
    @Path("matrix")
    public Response saveMatrix(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return save(id, new Place.Matrix(), form);
    }

    @GET
    @Path("document")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.WILDCARD)
    public Response document(@PathParam("id") String id, @RestQuery @Nullable String done) {
        return show(id, new Place.Whole(), done);
    }

    @POST
    @Path("document")
    public Response saveDocument(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return save(id, new Place.Whole(), form);
    }

    @GET
    @Path("{kind}/{part}")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.WILDCARD)
    public Response part(
            @PathParam("id") String id,
            @PathParam("kind") String kind,
            @PathParam("part") String part,
            @RestQuery @Nullable String done) {
        return show(id, new Place.Element(PartKind.of(kind), part), done);
    }

    @POST
    @Path("{kind}/{part}")
    public Response savePart(
            @PathParam("id") String id,
            @PathParam("kind") String kind,
            @PathParam("part") String part,
            MultivaluedMap<String, String> form) {
        return save(id, new Place.Element(PartKind.of(kind), part), form);
    }

    @POST
    @Path("{kind}/{part}/remove")
    public Response remove(
            @PathParam("id") String id,
            @PathParam("kind") String kind,
            @PathParam("part") String part,
            MultivaluedMap<String, String> form) {
        var staff = signedIn.staff();
        var draft = Address.id(id);
        var place = new Place.Element(PartKind.of(kind), part);
        var typed = Texts.sent(form);
        try {
            drafts.remove(staff, draft, Address.seen(typed), place.pointer());
            return Response.seeOther(Address.after(Address.of(draft), Done.REMOVED))
                    .build();
        } catch (PolicyFaultsException faulty) {
            var edit = new Edit.Remove(place.pointer());
            var now = drafts.draft(draft);
            return page.faulty(
                    now,
                    place,
                    PartPage.texts(form(now.policy(), place), now),
                    named(now.policy(), List.of(edit), faulty));
        } catch (GovernanceException refused) {
            return draftPage.refused(staff, draft, typed, "", refused);
        }
    }

    private Response show(String id, Place place, @Nullable String done) {
        try {
            return page.show(signedIn.staff(), drafts.draft(Address.id(id)), place, Done.words(done));
        } catch (GovernanceException refused) {
            return draftPage.message(refused);
        }
    }

    private Response save(String id, Place place, MultivaluedMap<String, String> sent) {
        var typed = Texts.sent(sent);
        var draft = Address.id(id);
        try {
            var policy = drafts.at(draft, Address.seen(typed));
            return save(draft, place, policy, form(policy, place), typed);
        } catch (GovernanceException refused) {
            return draftPage.message(refused);
        }
    }

    /** @param policy the revision that the form showed */
    private Response save(DraftId id, Place place, Policy policy, PartForm form, Texts typed) {
        var staff = signedIn.staff();
        var shown = form.texts(DocumentTree.of(policy.canonicalJson()));
        var edits = form.edits(shown, typed);
        try {
            drafts.edit(staff, id, Address.seen(typed), edits);
            return Response.seeOther(Address.after(Address.of(id) + place.address(), Done.SAVED))
                    .build();
        } catch (PolicyFaultsException faulty) {
            return page.faulty(drafts.draft(id), place, typed, named(policy, edits, faulty));
        } catch (GovernanceException refused) {
            return refused.fault() == Fault.STALE
                    ? page.stale(drafts.draft(id), place, form, shown, typed, String.valueOf(refused.getMessage()))
                    : draftPage.refused(staff, id, typed, "", refused);
        }
    }

    private static PartForm form(Policy policy, Place place) {
        return place.form(policy.document()).orElseThrow(NotFoundException::new);
    }

    /** The faults of the document that edits would make of a policy's, by names instead of numbers in lists. */
    private static List<FaultLine> named(Policy policy, List<Edit> edits, PolicyFaultsException faulty) {
        var tree = DocumentTree.of(policy.canonicalJson());
        try {
            tree.edit(edits);
        } catch (PolicyFaultsException nothingToEdit) {
            return lines(DocumentTree.of(policy.canonicalJson()), faulty.faults());
        }
        return lines(tree, faulty.faults());
    }

    private static List<FaultLine> lines(DocumentTree tree, List<PolicyFault> faults) {
        return faults.stream()
                .map(fault -> new FaultLine("", "Elsewhere", tree.named(fault.pointer()), fault.message()))
                .toList();
    }
}
