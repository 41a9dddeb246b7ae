package org.narrowgate.web.console.consultations;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.consultation.Consultation;
import org.narrowgate.governance.consultation.ConsultationId;
import org.narrowgate.governance.consultation.ConsultationService;
import org.narrowgate.governance.consultation.RepresentationService;
import org.narrowgate.governance.consultation.Ruling;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.web.console.ConsoleMessages;
import org.narrowgate.web.console.SignedIn;
import org.narrowgate.web.transparency.consultations.ConsultationRow;

/** Consultations in the console: what was said is read, judged and answered here. */
@Path("/console/consultations")
@Produces(MediaType.TEXT_HTML)
class ConsultationsPages {
    private final Template list;
    private final Template page;
    private final ModerationModels models;
    private final ConsultationService consultations;
    private final RepresentationService representations;
    private final DraftService drafts;
    private final SignedIn signedIn;
    private final ConsoleMessages messages;

    ConsultationsPages(
            @Location("console/consultations/list.html") Template list,
            @Location("console/consultations/one.html") Template page,
            ModerationModels models,
            ConsultationService consultations,
            RepresentationService representations,
            DraftService drafts,
            SignedIn signedIn,
            ConsoleMessages messages) {
        this.list = list;
        this.page = page;
        this.models = models;
        this.consultations = consultations;
        this.representations = representations;
        this.drafts = drafts;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GET
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER, StaffRole.OVERSIGHT})
    public TemplateInstance list() {
        return list.data(
                        "consultations",
                        consultations.all().stream()
                                .map(one -> ConsultationRow.of(one, consultations.stage(one)))
                                .toList())
                .data(
                        "drafts",
                        drafts.all().stream()
                                .filter(draft -> draft.state() == DraftState.DRAFT && mayConsult(signedIn.staff()))
                                .toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER, StaffRole.OVERSIGHT})
    public Response one(@PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
        return found(id).map(one -> show(one, Notice.words(done), Attempt.NONE)).orElseGet(this::unknown);
    }

    @POST
    @Path("{id}/rulings")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rule(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(
                id,
                form,
                Notice.RULED,
                (consultation, typed) -> representations.rule(
                        signedIn.staff(),
                        consultation.id(),
                        typed.number(ModerationModels.NUMBER),
                        typed.number("readings"),
                        Ruling.ofName(typed.text("ruling")).orElseThrow(BadRequestException::new)));
    }

    @POST
    @Path("{id}/judgements")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response judge(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(
                id,
                form,
                Notice.JUDGED,
                (consultation, typed) -> representations.judge(
                        signedIn.staff(),
                        consultation.id(),
                        typed.numbers(ModerationModels.NUMBER),
                        typed.text(ModerationModels.JUDGEMENT)));
    }

    @POST
    @Path("{id}/outcome")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response conclude(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(
                id,
                form,
                Notice.CONCLUDED,
                (consultation, typed) -> consultations.conclude(
                        signedIn.staff(),
                        consultation.id(),
                        typed.text(ModerationModels.OUTCOME),
                        typed.text(ModerationModels.CHANGES)));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(
                id,
                form,
                Notice.WITHDRAWN,
                (consultation, typed) -> consultations.withdraw(
                        signedIn.staff(), consultation.id(), typed.text(ModerationModels.REASONS)));
    }

    private static boolean mayConsult(Staff staff) {
        return staff.is(StaffRole.POLICY_AUTHOR) || staff.is(StaffRole.POLICY_APPROVER);
    }

    private Optional<Consultation> found(String id) {
        return ConsultationId.parse(id).flatMap(consultations::consultation);
    }

    private Response done(
            String id, MultivaluedMap<String, String> form, Notice notice, BiConsumer<Consultation, Typed> work) {
        var typed = new Typed(form);
        return found(id).map(one -> done(one, typed, notice, work)).orElseGet(this::unknown);
    }

    private Response done(Consultation one, Typed typed, Notice notice, BiConsumer<Consultation, Typed> work) {
        try {
            work.accept(one, typed);
            return Response.seeOther(URI.create("/console/consultations/" + one.id() + "?done=" + notice))
                    .build();
        } catch (GovernanceException refused) {
            return show(one, "", Attempt.at(typed, refused));
        }
    }

    private Response show(Consultation one, String notice, Attempt attempt) {
        var shown = page.data("consultation", models.model(signedIn.staff(), one, notice, attempt))
                .render();
        return Response.status(attempt.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(shown)
                .build();
    }

    private Response unknown() {
        return messages.page(404, "Nothing is here", "There is no such consultation.");
    }
}
