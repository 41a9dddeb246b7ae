package org.narrowgate.web.record.requests;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
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
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.SignedInPerson;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.RequestService;
import org.narrowgate.rights.request.RightsCaseId;
import org.narrowgate.rights.request.RightsException;
import org.narrowgate.web.record.OwnPages;
import org.narrowgate.web.record.RecordMessages;
import org.narrowgate.web.record.Visitor;
import org.narrowgate.web.record.requests.AskModels.Attempt;

/** Where people ask something about their own data, and see what became of it. */
@Path("/my-record/requests")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class RequestPages {
    private static final String ROOT = "/my-record/requests";
    private static final String CHOOSE = "Choose the purpose that you object to.";

    private final Template list;
    private final Template form;
    private final OwnPages pages;
    private final RequestService requests;
    private final AskModels models;
    private final RecordMessages messages;
    private final Visitor visitor;

    RequestPages(
            @Location("my-record/requests.html") Template list,
            @Location("my-record/ask.html") Template form,
            OwnPages pages,
            RequestService requests,
            AskModels models,
            RecordMessages messages,
            Visitor visitor) {
        this.list = list;
        this.form = form;
        this.pages = pages;
        this.requests = requests;
        this.models = models;
        this.messages = messages;
        this.visitor = visitor;
    }

    @GET
    public Response list(@RestQuery @Nullable String done) {
        return pages.page(person -> html(200, list.data("notice", notice(done)).render()));
    }

    /** What a form needs that outlived its session: whose the present one is, and its token. */
    @GET
    @Path("session")
    @Produces(MediaType.APPLICATION_JSON)
    public Response session() {
        return pages.page(person -> Response.ok(new Session(models.standIn(person), visitor.formToken()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build());
    }

    @RegisterForReflection
    record Session(String person, String csrf) {}

    @GET
    @Path("ask/{kind}")
    public Response ask(@PathParam("kind") String kind) {
        var asked = kind(kind);
        return pages.page(person -> show(200, asked, person, Attempt.NONE));
    }

    @POST
    @Path("ask/{kind}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("kind") String kind, MultivaluedMap<String, String> sent) {
        var asked = kind(kind);
        return pages.page(person -> send(person, asked, sent));
    }

    @POST
    @Path("{id}/take-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("id") String id) {
        var named = RightsCaseId.parse(id).orElseThrow(NotFoundException::new);
        return pages.page(person -> written(() -> {
            requests.withdraw(person.nhsNumber(), named);
            return done("taken-back");
        }));
    }

    private Response send(SignedInPerson person, Asked.Kind kind, MultivaluedMap<String, String> sent) {
        var typed = requireNonNullElse(sent.getFirst("words"), "")
                .replace("\r\n", "\n")
                .replace("\0", "");
        var chosen = requireNonNullElse(sent.getFirst("purpose"), "");
        var asked = kind.about(purpose(kind, chosen));
        if (asked.isEmpty()) {
            return show(422, kind, person, new Attempt(typed, chosen, "", CHOOSE));
        }
        return written(() -> {
            try {
                requests.ask(person.nhsNumber(), asked.get(), typed);
                return done(kind.word());
            } catch (RightsException refused) {
                return refused(person, kind, typed, chosen, refused);
            }
        });
    }

    private Response refused(
            SignedInPerson person, Asked.Kind kind, String typed, String chosen, RightsException refused) {
        return switch (refused.fault()) {
            case TEXT_UNFIT -> show(422, kind, person, new Attempt(typed, chosen, refused.sentence(), ""));
            case NOT_OFFERED -> show(422, kind, person, new Attempt(typed, "", "", refused.sentence()));
            case ALREADY_ASKED, STALE, CASE_UNKNOWN, NOT_FOR_THIS_ROLE -> said(refused);
        };
    }

    private interface Work {
        Response done();
    }

    private Response written(Work work) {
        try {
            return work.done();
        } catch (RightsException refused) {
            return said(refused);
        } catch (LedgerUnavailableException e) {
            return messages.page(
                    503,
                    "This could not be written down",
                    "What people ask is written down before it counts. That is not certain now: look at your requests in"
                            + " a few minutes, and send it again if it is not there.");
        }
    }

    private Response said(RightsException refused) {
        var status = refused.fault() == RightsException.Fault.CASE_UNKNOWN ? 404 : 409;
        return messages.page(status, "This was not done", refused.sentence());
    }

    private Response show(int status, Asked.Kind kind, SignedInPerson person, Attempt attempt) {
        return html(status, form.data("ask", models.of(kind, person, attempt)).render());
    }

    private static Optional<PurposeId> purpose(Asked.Kind kind, String chosen) {
        return Optional.of(chosen).filter(named -> kind == Asked.Kind.OBJECTION).flatMap(PurposeId::parse);
    }

    private static Asked.Kind kind(String word) {
        return Arrays.stream(Asked.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create(ROOT + "?done=" + what)).build();
    }

    private static String notice(@Nullable String done) {
        return switch (requireNonNullElse(done, "")) {
            case "objection", "restriction" -> "We have received it, and it is in effect from now on.";
            case "rectification", "copy" -> "We have received it.";
            case "taken-back" -> "You have taken it back.";
            default -> "";
        };
    }

    private static Response html(int status, String page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }
}
