package org.narrowgate.web.console.consultations;

import static org.narrowgate.policy.Direction.NARROWS;
import static org.narrowgate.policy.Direction.NEITHER;
import static org.narrowgate.policy.Direction.WIDENS;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.Wording;
import org.narrowgate.governance.consultation.ConsultationService;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.web.console.ConsoleMessages;
import org.narrowgate.web.console.SignedIn;
import org.narrowgate.web.transparency.consultations.ConsultationWords;
import org.narrowgate.web.transparency.consultations.TextField;

/** Where a draft is put before the public. */
@Path("/console/consultations/new")
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
@Produces(MediaType.TEXT_HTML)
class OpeningPages {
    private static final String DRAFT = "draft";
    private static final String REVISION = "revision";
    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String CLOSES_ON = "closes-on";

    private final Template page;
    private final ConsultationService consultations;
    private final DraftService drafts;
    private final PolicyInForce inForce;
    private final SignedIn signedIn;
    private final ConsoleMessages messages;

    OpeningPages(
            @Location("console/consultations/new.html") Template page,
            ConsultationService consultations,
            DraftService drafts,
            PolicyInForce inForce,
            SignedIn signedIn,
            ConsoleMessages messages) {
        this.page = page;
        this.consultations = consultations;
        this.drafts = drafts;
        this.inForce = inForce;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GET
    public Response form(@QueryParam(DRAFT) @DefaultValue("") String draft) {
        return show(draft, Attempt.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(MultivaluedMap<String, String> form) {
        var typed = new Typed(form);
        var id = DraftId.parse(typed.text(DRAFT));
        var seen = typed.number(REVISION);
        var closesOn = typed.day(CLOSES_ON);
        if (id.isEmpty()) {
            return unknown();
        }
        if (closesOn.isEmpty()) {
            return show(typed.text(DRAFT), Attempt.unfit(typed, "Say on which day the consultation closes."));
        }
        try {
            var opened = consultations.open(
                    signedIn.staff(), id.get(), seen, typed.text(TITLE), typed.text(TEXT), closesOn.get());
            return Response.seeOther(URI.create("/console/consultations/" + opened.id() + "?done=" + Notice.OPENED))
                    .build();
        } catch (GovernanceException refused) {
            return show(typed.text(DRAFT), Attempt.at(typed, refused));
        }
    }

    private Response show(String id, Attempt attempt) {
        try {
            var draft = drafts.draft(DraftId.parse(id).orElseThrow(OpeningPages::noDraft));
            return Response.status(attempt.status())
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page.data("opening", model(draft, attempt)).render())
                    .build();
        } catch (GovernanceException unknown) {
            return unknown();
        }
    }

    private static GovernanceException noDraft() {
        return new GovernanceException(GovernanceException.Fault.DRAFT_UNKNOWN, "There is no such draft.");
    }

    private Response unknown() {
        return messages.page(404, "Nothing is here", "There is no such draft.");
    }

    private OpeningModel model(Draft draft, Attempt attempt) {
        var changes = Difference.between(
                        inForce.current().policy().document(), draft.policy().document())
                .changes();
        var lastDay = attempt.typed().text(CLOSES_ON);
        return new OpeningModel(
                draft.id().toString(),
                draft.revision(),
                draft.title(),
                List.of(
                        field(TITLE, "Title", "As the public reads it.", Wording.LONGEST_TITLE, 1, attempt),
                        field(
                                TEXT,
                                "Text",
                                "What is proposed, why, and what you want to know. Plain text; an empty line begins a paragraph.",
                                ConsultationService.LONGEST_TEXT,
                                10,
                                attempt)),
                lastDay.isEmpty() ? consultations.usualLastDay().toString() : lastDay,
                ConsultationWords.sentences(changes, WIDENS),
                ConsultationWords.sentences(changes, NARROWS),
                ConsultationWords.sentences(changes, NEITHER),
                attempt.sentence());
    }

    private static TextField field(String name, String label, String hint, int longest, int rows, Attempt attempt) {
        return new TextField(
                name,
                label,
                hint + String.format(Locale.UK, " Up to %,d characters.", longest),
                attempt.typed().text(name),
                "",
                longest,
                rows);
    }
}
