package org.narrowgate.web.console.policy.draft;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.Approval;
import org.narrowgate.governance.ApprovalService;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.draft.SubmissionService;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.web.console.SignedIn;
import org.narrowgate.web.console.policy.form.Texts;

/** What an approver does with a submitted draft. */
@Path(Address.DRAFTS + "/{id}")
@RolesAllowed(StaffRole.APPROVER)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class ApprovalPages {
    private final SignedIn signedIn;
    private final DraftPage page;
    private final ApprovalService approvals;
    private final SubmissionService submissions;

    ApprovalPages(SignedIn signedIn, DraftPage page, ApprovalService approvals, SubmissionService submissions) {
        this.signedIn = signedIn;
        this.page = page;
        this.approvals = approvals;
        this.submissions = submissions;
    }

    @POST
    @Path("approve")
    public Response approve(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var staff = signedIn.staff();
        var draft = Address.id(id);
        var typed = Texts.sent(form);
        try {
            var moment = LondonMoment.of(typed.one(Fields.APPROVE_DAY), typed.one(Fields.APPROVE_TIME));
            var approval = new Approval(Address.seen(typed), typed.one(Fields.APPROVE), moment, fallingAway(typed));
            approvals.approve(staff, draft, approval);
            return Response.seeOther(Address.after(Address.of(draft), Done.APPROVED))
                    .build();
        } catch (GovernanceException refused) {
            return page.refused(staff, draft, typed, Fields.APPROVE, refused);
        } catch (PolicyFaultsException faulty) {
            return page.faulty(staff, draft, typed, faulty.faults());
        }
    }

    @POST
    @Path("send-back")
    public Response sendBack(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var staff = signedIn.staff();
        var draft = Address.id(id);
        var typed = Texts.sent(form);
        try {
            submissions.sendBack(staff, draft, Address.seen(typed), typed.one(Fields.SEND_BACK));
            return Response.seeOther(Address.after(Address.of(draft), Done.SENT_BACK))
                    .build();
        } catch (GovernanceException refused) {
            return page.refused(staff, draft, typed, Fields.SEND_BACK, refused);
        }
    }

    private static Set<Integer> fallingAway(Texts typed) {
        return typed.fields().getOrDefault(Fields.FALLING_AWAY, List.of()).stream()
                .filter(number -> number.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf)
                .collect(toUnmodifiableSet());
    }
}
