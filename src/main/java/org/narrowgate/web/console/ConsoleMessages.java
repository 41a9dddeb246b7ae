package org.narrowgate.web.console;

import static java.util.stream.Collectors.joining;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.web.RefusalStatus;

/** The pages that say why there is no other page: in the console's own layout, and never with a failure's own words. */
@ApplicationScoped
public class ConsoleMessages {
    private final Template page;
    private final SignedIn signedIn;

    ConsoleMessages(@Location("console/message.html") Template page, SignedIn signedIn) {
        this.page = page;
        this.signedIn = signedIn;
    }

    /** A page with a heading and some sentences; the first is what our script shows beside a form. */
    public Response page(int status, String heading, String... sentences) {
        var shown = page.data("heading", heading)
                .data("sentences", List.of(sentences))
                .render();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(shown)
                .build();
    }

    /** Why something was not done to the policy, where no page is left to say it on. */
    public Response refused(GovernanceException refused) {
        var status = RefusalStatus.of(refused.fault());
        var heading = switch (status) {
            case 404 -> "Nothing is here";
            case 403 -> "Not for your role";
            default -> "This was not done";
        };
        return page(status, heading, String.valueOf(refused.getMessage()));
    }

    Response notAllowed() {
        var asWhat = signedIn.staff().roles().isEmpty()
                ? "You are signed in, but you have no role here."
                : "You may not do this as " + String.join(", ", signedIn.roles()) + ".";
        var roles = Arrays.stream(StaffRole.values()).map(StaffRole::words).collect(joining(", "));
        return page(
                403,
                "Not for your role",
                asWhat,
                "The roles of the console are: " + roles + ".",
                "Whoever administers sign-in at your organisation can give you one. Then sign out here and sign in"
                        + " again.");
    }

    Response staleForm() {
        var answer = page(
                403,
                "This form is out of date",
                "The form was not sent from a page of your present session, so nothing was changed.",
                "Go back, copy what you typed, load the page again and send it from there.");
        return Response.fromResponse(answer)
                .header(ConsoleGuard.REFUSED, "form")
                .build();
    }

    Response ofStatus(int status) {
        return switch (status) {
            case 404 -> page(404, "Nothing is here", "This page does not exist, or no longer.");
            case 405 ->
                page(
                        405,
                        "This was not sent",
                        "Your session had ended when you sent the form, so nothing was changed.",
                        "You are signed in again now. Go back in your browser to what you typed, load the page again"
                                + " and send it from there.");
            case 413 -> page(413, "Too long", "The form holds more text than can be kept, so nothing was changed.");
            case 500 ->
                page(
                        500,
                        "Something went wrong",
                        "The fault is ours and has been written down. It is not certain whether what you sent was"
                                + " kept: look before you send it again.");
            default ->
                page(status, "This did not work", "The request could not be understood, so nothing was changed.");
        };
    }
}
