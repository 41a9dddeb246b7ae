package org.narrowgate.web.console.cases;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.ReviewException;
import org.narrowgate.web.console.ConsoleMessages;

/** One request's page: as it is, or with why a form was not acted on. */
@ApplicationScoped
class CasePage {
    private static final int UNPROCESSABLE = 422;

    private final Template page;
    private final CaseModels models;
    private final ConsoleMessages messages;

    CasePage(@Location("console/request.html") Template page, CaseModels models, ConsoleMessages messages) {
        this.page = page;
        this.models = models;
        this.messages = messages;
    }

    /** @throws NotFoundException where it is the form of no id */
    static TracingRequestId id(String text) {
        try {
            return new TracingRequestId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    static String address(TracingRequestId id) {
        return "/console/requests/" + id;
    }

    Response show(Staff staff, TracingRequestId id, String notice) {
        return show(staff, id, notice, 200, Attempt.NONE);
    }

    Response faulty(Staff staff, TracingRequestId id, Attempt attempt) {
        return show(staff, id, "", UNPROCESSABLE, attempt);
    }

    /** @param field what the caseworker wrote that may be unfit */
    Response refused(Staff staff, TracingRequestId id, Typed typed, String field, ReviewException refused) {
        return switch (refused.fault()) {
            case TEXT_UNFIT ->
                faulty(
                        staff,
                        id,
                        Attempt.at(typed, List.of(AlertModel.Fault.of(field, String.valueOf(refused.getMessage())))));
            case STALE, CLAIMED_BY_ANOTHER, MOVE_NOT_OFFERED, SAME_CASEWORKER ->
                show(staff, id, "", 409, Attempt.at(typed, String.valueOf(refused.getMessage())));
            case REQUEST_UNKNOWN, NOT_FOR_THIS_ROLE -> message(refused);
        };
    }

    private Response show(Staff staff, TracingRequestId id, String notice, int status, Attempt attempt) {
        try {
            var shown = page.data("request", models.open(staff, id, notice, attempt))
                    .render();
            return Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(shown)
                    .build();
        } catch (ReviewException refused) {
            return message(refused);
        }
    }

    private Response message(ReviewException refused) {
        var sentence = String.valueOf(refused.getMessage());
        return switch (refused.fault()) {
            case REQUEST_UNKNOWN -> messages.page(404, "Nothing is here", sentence);
            case NOT_FOR_THIS_ROLE -> messages.page(403, "Not for your role", sentence);
            case TEXT_UNFIT -> messages.page(UNPROCESSABLE, "This did not work", sentence);
            case STALE, CLAIMED_BY_ANOTHER, MOVE_NOT_OFFERED, SAME_CASEWORKER ->
                messages.page(409, "This did not work", sentence);
        };
    }
}
