package org.narrowgate.web.automation;

import static org.narrowgate.governance.GovernanceException.Fault.DRAFT_UNKNOWN;
import static org.narrowgate.governance.GovernanceException.Fault.VERSION_UNKNOWN;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.CallerService;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.Approval;
import org.narrowgate.governance.ApprovalService;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.PublishedVersions;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.SubmissionService;

/** Drafts of policy versions, for programs: the same rules as the console's, the same two people. */
@Path("/admin/policy/drafts")
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DraftsResource {
    private final DraftService drafts;
    private final SubmissionService submissions;
    private final ApprovalService approvals;
    private final PublishedVersions versions;
    private final Validation validation;
    private final CallerService callers;
    private final SecurityIdentity identity;

    DraftsResource(
            DraftService drafts,
            SubmissionService submissions,
            ApprovalService approvals,
            PublishedVersions versions,
            Validation validation,
            CallerService callers,
            SecurityIdentity identity) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.approvals = approvals;
        this.versions = versions;
        this.validation = validation;
        this.callers = callers;
        this.identity = identity;
    }

    @GET
    public List<DraftLine> all() {
        staff();
        return drafts.all().stream().map(DraftLine::of).toList();
    }

    /** Without a document: of the version in force. Without a title: the document's, as far as it goes. */
    @POST
    public Response begin(@QueryParam("title") @Nullable String title, @Nullable String document) {
        var staff = staff();
        var begun = document == null || document.isBlank()
                ? drafts.begin(staff, Optional.ofNullable(title).orElse("Draft of the version in force"))
                : drafts.upload(staff, Optional.ofNullable(title).orElse("Uploaded draft"), document);
        return answered(Response.created(URI.create("/admin/policy/drafts/" + begun.id())), begun);
    }

    @GET
    @Path("{id}")
    public Response show(String id) {
        staff();
        return answered(Response.ok(), drafts.draft(named(id)));
    }

    /** The draft's document, canonical. */
    @GET
    @Path("{id}/document")
    public Response document(String id) {
        staff();
        var draft = drafts.draft(named(id));
        return Response.ok(draft.policy().canonicalJson())
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .tag(tag(draft))
                .build();
    }

    @PUT
    @Path("{id}")
    public Response replace(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match, @Nullable String document) {
        var staff = staff();
        if (match == null) {
            return Problem.of(428, "revision-needed", "Say in If-Match which revision this replaces.")
                    .response();
        }
        var draft = named(id);
        return answered(
                Response.ok(), drafts.replaceWhole(staff, draft, seen(draft, match, Optional.empty()), text(document)));
    }

    @POST
    @Path("{id}/validate")
    public ValidAnswer validate(String id, @Nullable String document) {
        staff();
        return validation.validate(
                drafts.draft(named(id)), Optional.ofNullable(document).filter(text -> !text.isBlank()));
    }

    @POST
    @Path("{id}/submit")
    public Response submit(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match, @Nullable String json) {
        var staff = staff();
        var draft = named(id);
        var body = SmallBody.of(json);
        var reasons = body.text("reasons");
        var inForceFrom = body.moment("inForceFrom");
        var revision = body.number("revision");
        body.end();
        return answered(
                Response.ok(), submissions.submit(staff, draft, seen(draft, match, revision), reasons, inForceFrom));
    }

    @POST
    @Path("{id}/approve")
    public VersionAnswer approve(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match, @Nullable String json) {
        var staff = staff();
        var draft = named(id);
        var body = SmallBody.of(json);
        var reasons = body.text("reasons");
        var inForceFrom = body.moment("inForceFrom");
        var revision = body.number("revision");
        var fallingAway = body.numbers("fallingAway");
        body.end();
        var approval = new Approval(seen(draft, match, revision), reasons, inForceFrom, fallingAway);
        var number = approvals.approve(staff, draft, approval).number();
        return VersionAnswer.of(versions.version(number)
                .orElseThrow(() -> new GovernanceException(VERSION_UNKNOWN, "The version is not there.")));
    }

    @POST
    @Path("{id}/send-back")
    public Response sendBack(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match, @Nullable String json) {
        var staff = staff();
        var draft = named(id);
        var reasons = Reasons.of(json);
        return answered(
                Response.ok(),
                submissions.sendBack(staff, draft, seen(draft, match, reasons.revision()), reasons.text()));
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match, @Nullable String json) {
        var staff = staff();
        var draft = named(id);
        var reasons = Reasons.of(json);
        return answered(
                Response.ok(),
                submissions.withdraw(staff, draft, seen(draft, match, reasons.revision()), reasons.text()));
    }

    /** Why, and of which revision. */
    private record Reasons(String text, Optional<Integer> revision) {
        static Reasons of(@Nullable String json) {
            var body = SmallBody.of(json);
            var reasons = new Reasons(body.text("reasons"), body.number("revision"));
            body.end();
            return reasons;
        }
    }

    private Staff staff() {
        return callers.automation(identity);
    }

    private Response answered(Response.ResponseBuilder answer, Draft draft) {
        return answer.entity(DraftAnswer.of(draft, validation.difference(draft)))
                .tag(tag(draft))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static EntityTag tag(Draft draft) {
        return new EntityTag(String.valueOf(draft.revision()));
    }

    // A program that says nothing of a revision means the newest: of what is submitted, no other can be meant.
    private int seen(DraftId draft, @Nullable String match, Optional<Integer> revision) {
        if (match == null || match.strip().equals("*")) {
            return revision.orElseGet(() -> drafts.head(draft).revision());
        }
        var number = match.strip().replaceFirst("^W/", "").replace("\"", "");
        // What is no revision of ours is one that nobody has seen.
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }

    private static String text(@Nullable String document) {
        return document == null ? "" : document;
    }

    private static DraftId named(String id) {
        return DraftId.parse(id).orElseThrow(() -> new GovernanceException(DRAFT_UNKNOWN, "There is no such draft."));
    }
}
