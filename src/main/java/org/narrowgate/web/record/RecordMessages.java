package org.narrowgate.web.record;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.narrowgate.rights.record.RecordTerms;

/** The pages that say why there is no record to see: never with a failure's own words, nor with whose number it was. */
@ApplicationScoped
public class RecordMessages {
    private static final int FORBIDDEN = 403;

    private final Template page;
    private final Visitor visitor;
    private final RecordTerms terms;

    RecordMessages(@Location("my-record/message.html") Template page, Visitor visitor, RecordTerms terms) {
        this.page = page;
        this.visitor = visitor;
        this.terms = terms;
    }

    /** A page with a heading and some sentences. */
    public Response page(int status, String heading, String... sentences) {
        var shown = page.data("heading", heading)
                .data("sentences", List.of(sentences))
                .data("signedIn", visitor.session().isPresent())
                .render();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(shown)
                .build();
    }

    Response notAssured() {
        return page(
                FORBIDDEN,
                "We must be surer that it is you",
                "Your sign-in did not prove who you are as strongly as this page demands, so nothing of a record was"
                        + " looked at.",
                "Sign out here, then sign in again in a way that proves your identity: with an account whose identity"
                        + " was checked, for example against a passport.");
    }

    Response notRecent() {
        return page(
                FORBIDDEN,
                "Please sign in again",
                "You signed in too long ago, so nothing of a record was looked at.",
                "Sign out here, then sign in again.");
    }

    Response withoutNumber() {
        return page(
                FORBIDDEN,
                "No NHS number came with your sign-in",
                "You are signed in, but whom you are in the registry was not said, so nothing of a record was looked"
                        + " at.",
                "Whoever keeps your account can add your NHS number to it. " + contact("If that does not help, "));
    }

    /** One page for whoever is not held, held no longer, or held as deceased: it must not tell which. */
    Response unavailable() {
        return page(
                404,
                "The record cannot be shown here",
                "We cannot show a record for the number that came with your sign-in.",
                "That can be because a number was mistyped or replaced, because nobody is registered under it, or"
                        + " because the registry's entry is closed or holds a mistake. For everybody's protection this"
                        + " page does not say which.",
                contact("If you think that is wrong, "));
    }

    Response tooYoung() {
        return page(
                FORBIDDEN,
                "This record is not shown online",
                "People see their own record here from the age of " + terms.lowestAge() + ". Where the registry does"
                        + " not know how old somebody is, it cannot show the record here either.",
                "Nobody else can sign in for a child. A parent, a guardian or the child can still ask who received"
                        + " which details, and use the same rights.",
                contact("To ask, "));
    }

    Response notWritten() {
        return page(
                503,
                "The record cannot be shown at the moment",
                "That a record is opened is written down before it is shown. That could not be done now, so nothing is"
                        + " shown.",
                "Please try again in a few minutes.");
    }

    Response staleForm() {
        return page(
                FORBIDDEN,
                "This form is out of date",
                "The form was not sent from a page of your present session, so nothing was changed.",
                "Go back, copy what you typed, load the page again and send it from there.");
    }

    /** For what went wrong on any page here. */
    public Response ofStatus(int status) {
        return switch (status) {
            case 404 -> page(404, "Nothing is here", "This page does not exist, or no longer.");
            case 405 ->
                page(
                        405,
                        "This was not sent",
                        "Your session had ended when you sent the form, so nothing was changed.",
                        "Load the page again and send it from there.");
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

    private String contact(String begun) {
        return begun + "write to " + terms.contact().orElse("the body that runs this registry") + ".";
    }
}
