package org.narrowgate.web.console.policy.draft;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.SubmissionService;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.web.console.SignedIn;
import org.narrowgate.web.console.policy.form.Texts;

/** One draft, and what its authors do with it as a whole. */
@Path(Address.DRAFTS + "/{id}")
@RolesAllowed(StaffRole.AUTHOR)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class DraftPages {
    private final SignedIn signedIn;
    private final DraftPage page;
    private final DraftService drafts;
    private final SubmissionService submissions;

    DraftPages(SignedIn signedIn, DraftPage page, DraftService drafts, SubmissionService submissions) {
        this.signedIn = signedIn;
        this.page = page;
        this.drafts = drafts;
        this.submissions = submissions;
    }

    @GET
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.WILDCARD)
    public Response show(@PathParam("id") String id, @RestQuery @Nullable String done) {
        return page.show(signedIn.staff(), Address.id(id), Done.words(done));
    }

    @GET
    @Path("document.json")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response document(@PathParam("id") String id) {
        try {
            var draft = drafts.draft(Address.id(id));
            return Response.ok(draft.policy().canonicalJson(), MediaType.APPLICATION_JSON_TYPE)
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"narrowgate-draft-revision-" + draft.revision() + ".json\"")
                    .build();
        } catch (GovernanceException refused) {
            return page.message(refused);
        }
    }

    @POST
    @Path("undo")
    public Response undo(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(id, form, "", Done.UNDONE, sent -> drafts.undo(sent.staff, sent.id, sent.seen()));
    }

    @POST
    @Path("redo")
    public Response redo(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(id, form, "", Done.REDONE, sent -> drafts.redo(sent.staff, sent.id, sent.seen()));
    }

    @POST
    @Path("rename")
    public Response rename(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(
                id,
                form,
                Fields.TITLE,
                Done.RENAMED,
                sent -> drafts.rename(sent.staff, sent.id, sent.seen(), sent.typed.one(Fields.TITLE)));
    }

    @POST
    @Path("upload")
    public Response upload(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(
                id,
                form,
                Fields.DOCUMENT,
                Done.SAVED,
                sent -> drafts.replaceWhole(sent.staff, sent.id, sent.seen(), sent.typed.one(Fields.DOCUMENT)));
    }

    @POST
    @Path("bring-up-to-date")
    public Response bringUpToDate(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(
                id, form, "", Done.BROUGHT_UP_TO_DATE, sent -> drafts.bringUpToDate(sent.staff, sent.id, sent.seen()));
    }

    @POST
    @Path("submit")
    public Response submit(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(
                id,
                form,
                Fields.SUBMIT,
                Done.SUBMITTED,
                sent -> submissions.submit(
                        sent.staff,
                        sent.id,
                        sent.seen(),
                        sent.typed.one(Fields.SUBMIT),
                        LondonMoment.of(sent.typed.one(Fields.SUBMIT_DAY), sent.typed.one(Fields.SUBMIT_TIME))));
    }

    @POST
    @Path("withdraw")
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(
                id,
                form,
                Fields.WITHDRAW,
                Done.WITHDRAWN,
                sent -> submissions.withdraw(sent.staff, sent.id, sent.seen(), sent.typed.one(Fields.WITHDRAW)));
    }

    /** A form about a draft. */
    record Sent(Staff staff, DraftId id, Texts typed) {
        int seen() {
            return Address.seen(typed);
        }
    }

    /** What a form asks for; its result is on the page that follows. */
    private interface Asked {
        Object doIt(Sent sent);
    }

    private Response done(String id, MultivaluedMap<String, String> form, String field, Done done, Asked asked) {
        var sent = new Sent(signedIn.staff(), Address.id(id), Texts.sent(form));
        try {
            asked.doIt(sent);
            return Response.seeOther(Address.after(Address.of(sent.id), done)).build();
        } catch (GovernanceException refused) {
            return page.refused(sent.staff, sent.id, sent.typed, field, refused);
        } catch (PolicyFaultsException faulty) {
            return page.faulty(sent.staff, sent.id, sent.typed, faulty.faults());
        }
    }
}
