package org.narrowgate.web.console.policy.draft;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.narrowgate.caller.Staff;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.web.RefusalStatus;
import org.narrowgate.web.console.ConsoleMessages;
import org.narrowgate.web.console.policy.form.Texts;

/** One draft's page: as it is, or with why a form was not acted on. */
@ApplicationScoped
class DraftPage {
    private final Template page;
    private final DraftModels models;
    private final ConsoleMessages messages;

    DraftPage(@Location("console/policy/draft.html") Template page, DraftModels models, ConsoleMessages messages) {
        this.page = page;
        this.models = models;
        this.messages = messages;
    }

    Response show(Staff staff, DraftId id, String notice) {
        return show(staff, id, notice, 200, Attempt.NONE);
    }

    Response faulty(Staff staff, DraftId id, Texts typed, List<PolicyFault> faults) {
        return show(staff, id, "", RefusalStatus.UNPROCESSABLE, Attempt.at(typed, faults));
    }

    /** @param field what somebody typed that may be unfit */
    Response refused(Staff staff, DraftId id, Texts typed, String field, GovernanceException refused) {
        var status = RefusalStatus.of(refused.fault());
        var sentence = String.valueOf(refused.getMessage());
        return switch (refused.fault()) {
            case TEXT_UNFIT -> show(staff, id, "", status, Attempt.at(typed, field, sentence));
            case MOMENT_UNFIT -> show(staff, id, "", status, Attempt.at(typed, Fields.dayBeside(field), sentence));
            case ANNOUNCED_FALL_AWAY -> show(staff, id, "", status, Attempt.at(typed, Fields.FALLING_AWAY, sentence));
            case STALE, NOT_OFFERED, SAME_PERSON, CONSULTATION_NEEDED, BASE_SUPERSEDED, NOTHING_CHANGED ->
                show(staff, id, "", status, Attempt.at(typed, sentence));
            case DRAFT_UNKNOWN, VERSION_UNKNOWN, TARGET_UNKNOWN, NOT_FOR_THIS_ROLE -> message(refused);
        };
    }

    Response message(GovernanceException refused) {
        return messages.refused(refused);
    }

    private Response show(Staff staff, DraftId id, String notice, int status, Attempt attempt) {
        try {
            var shown =
                    page.data("draft", models.model(staff, id, notice, attempt)).render();
            return Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(shown)
                    .build();
        } catch (GovernanceException refused) {
            return message(refused);
        }
    }
}
