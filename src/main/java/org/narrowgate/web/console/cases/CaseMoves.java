package org.narrowgate.web.console.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.PublicInterestTest;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.DraftService;
import org.narrowgate.casework.review.QueueFilter;
import org.narrowgate.casework.review.ReviewException;
import org.narrowgate.casework.review.ReviewService;
import org.narrowgate.web.console.SignedIn;

/** One request, and what a caseworker does with it: each move leads to a page that says what was done. */
@Path("/console/requests/{id}")
@RolesAllowed(StaffRole.CASE)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class CaseMoves {
    private final SignedIn signedIn;
    private final CasePage page;
    private final ReviewService reviews;
    private final DraftService drafts;

    CaseMoves(SignedIn signedIn, CasePage page, ReviewService reviews, DraftService drafts) {
        this.signedIn = signedIn;
        this.page = page;
        this.reviews = reviews;
        this.drafts = drafts;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Response show(@PathParam("id") String id, @RestQuery @Nullable String done) {
        return page.show(signedIn.staff(), CasePage.id(id), Notice.words(done));
    }

    @POST
    @Path("approve")
    public Response approve(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var sent = sent(id, form, Typed.REASONS);
        var faults = PublicInterestTest.faults(
                sent.typed.weights(),
                sent.typed.of(Typed.PROPORTIONALITY),
                sent.typed.of(Typed.ALTERNATIVES),
                sent.typed.of(Typed.REASONS));
        if (!faults.isEmpty()) {
            var attempt = Attempt.at(
                    sent.typed, faults.stream().map(AlertModel.Fault::of).toList());
            return page.faulty(sent.staff, sent.id, attempt);
        }
        var test = new PublicInterestTest(
                sent.typed.weights(),
                sent.typed.of(Typed.PROPORTIONALITY).strip(),
                sent.typed.of(Typed.ALTERNATIVES).strip(),
                sent.typed.of(Typed.REASONS).strip());
        var seen = Typed.version(form);
        return decided(sent, () -> Notice.of(reviews.approve(sent.staff, sent.id, seen, test)));
    }

    @POST
    @Path("confirm")
    public Response confirm(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var sent = sent(id, form, Typed.CONFIRMATION);
        var seen = Typed.version(form);
        return decided(sent, () -> Notice.of(reviews.confirm(sent.staff, sent.id, seen, sent.text())));
    }

    @POST
    @Path("refuse")
    public Response refuse(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var sent = sent(id, form, Typed.REFUSAL);
        var seen = Typed.version(form);
        return decided(sent, () -> {
            reviews.refuse(sent.staff, sent.id, seen, sent.text());
            return Notice.REFUSED;
        });
    }

    @POST
    @Path("question")
    public Response ask(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var sent = sent(id, form, Typed.QUESTION);
        var seen = Typed.version(form);
        return decided(sent, () -> {
            reviews.ask(sent.staff, sent.id, seen, sent.text());
            drafts.forget(sent.staff, sent.id, Set.of(Typed.QUESTION));
            return Notice.ASKED;
        });
    }

    @POST
    @Path("priority")
    public Response priority(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var sent = sent(id, form, Typed.PRIORITY_REASONS);
        var seen = Typed.version(form);
        var answer = String.valueOf(form.getFirst("answer"));
        return done(sent, () -> {
            var notice = switch (answer) {
                case "accept" -> {
                    reviews.acceptPriority(sent.staff, sent.id, seen, sent.text());
                    yield Notice.PRIORITY_ACCEPTED;
                }
                case "decline" -> {
                    reviews.declinePriority(sent.staff, sent.id, seen, sent.text());
                    yield Notice.PRIORITY_DECLINED;
                }
                default -> throw new BadRequestException();
            };
            drafts.forget(sent.staff, sent.id, Set.of(Typed.PRIORITY_REASONS));
            return URI.create(CasePage.address(sent.id) + "?done=" + notice);
        });
    }

    /** @param field the one text of its form, which the service may find unfit */
    private record Sent(Staff staff, TracingRequestId id, Typed typed, String field) {
        String text() {
            return typed.of(field);
        }
    }

    private Sent sent(String id, MultivaluedMap<String, String> form, String field) {
        return new Sent(signedIn.staff(), CasePage.id(id), Typed.read(form), field);
    }

    private Response decided(Sent sent, Supplier<Notice> move) {
        return done(sent, () -> URI.create(QueueQuery.address(QueueFilter.EVERYTHING, Optional.of(move.get()))));
    }

    private Response done(Sent sent, Supplier<URI> move) {
        try {
            return Response.seeOther(move.get()).build();
        } catch (ReviewException refused) {
            return page.refused(sent.staff, sent.id, sent.typed, sent.field, refused);
        }
    }
}
