package org.narrowgate.web.console.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.ReviewException;
import org.narrowgate.rights.embargo.DateFault;
import org.narrowgate.rights.embargo.EmbargoService;
import org.narrowgate.web.console.SignedIn;

/** What a caseworker does about the embargo of a request: each move leads back to its page, which says what was done. */
@Path("/console/requests/{id}/embargo")
@RolesAllowed(StaffRole.CASE)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class EmbargoMoves {
    private static final String SEEN = "seen";

    private final SignedIn signedIn;
    private final CasePage page;
    private final EmbargoService embargoes;

    EmbargoMoves(SignedIn signedIn, CasePage page, EmbargoService embargoes) {
        this.signedIn = signedIn;
        this.page = page;
        this.embargoes = embargoes;
    }

    @POST
    @Path("propose")
    public Response propose(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var sent = sent(id, form, Typed.EMBARGO_PROPOSAL);
        var until = day(sent.typed.of(Typed.EMBARGO_UNTIL));
        var review = day(sent.typed.of(Typed.EMBARGO_REVIEW));
        var faults = faults(until, review);
        if (!faults.isEmpty()) {
            return page.faulty(sent.staff, sent.id, Attempt.at(sent.typed, faults));
        }
        return done(
                sent,
                Notice.EMBARGO_PROPOSED,
                () -> embargoes.propose(
                        sent.staff, sent.id, sent.seen, until.orElseThrow(), review.orElseThrow(), sent.text()));
    }

    @POST
    @Path("approve")
    public Response approve(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var sent = sent(id, form, Typed.EMBARGO_APPROVAL);
        return done(
                sent, Notice.EMBARGO_APPROVED, () -> embargoes.approve(sent.staff, sent.id, sent.seen, sent.text()));
    }

    @POST
    @Path("refuse")
    public Response refuse(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var sent = sent(id, form, Typed.EMBARGO_REFUSAL);
        return done(sent, Notice.EMBARGO_REFUSED, () -> embargoes.refuse(sent.staff, sent.id, sent.seen, sent.text()));
    }

    @POST
    @Path("end")
    public Response end(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        var sent = sent(id, form, Typed.EMBARGO_END);
        return done(sent, Notice.EMBARGO_ENDED, () -> embargoes.end(sent.staff, sent.id, sent.seen, sent.text()));
    }

    /** @param field the one text of its form, which the service may find unfit */
    private record Sent(Staff staff, TracingRequestId id, int seen, Typed typed, String field) {
        String text() {
            return typed.of(field);
        }
    }

    private Sent sent(String id, MultivaluedMap<String, String> form, String field) {
        return new Sent(signedIn.staff(), CasePage.id(id), seen(form), Typed.read(form), field);
    }

    private static int seen(MultivaluedMap<String, String> form) {
        var seen = String.valueOf(form.getFirst(SEEN));
        if (!seen.matches("[0-9]{1,6}")) {
            throw new BadRequestException();
        }
        return Integer.parseInt(seen);
    }

    private List<AlertModel.Fault> faults(Optional<LocalDate> until, Optional<LocalDate> review) {
        var faults = new ArrayList<AlertModel.Fault>();
        if (until.isEmpty()) {
            faults.add(AlertModel.Fault.of(Typed.EMBARGO_UNTIL, "Choose a day."));
        }
        if (review.isEmpty()) {
            faults.add(AlertModel.Fault.of(Typed.EMBARGO_REVIEW, "Choose a day."));
        }
        until.flatMap(last -> review.flatMap(day -> embargoes.faultOf(last, day)))
                .map(fault -> AlertModel.Fault.of(field(fault.which()), fault.sentence()))
                .ifPresent(faults::add);
        return faults;
    }

    private static String field(DateFault.Which which) {
        return switch (which) {
            case UNTIL -> Typed.EMBARGO_UNTIL;
            case REVIEW_BY -> Typed.EMBARGO_REVIEW;
        };
    }

    // A browser sends four digits of a year; others could send years that no database keeps.
    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.length() == 10 ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Response done(Sent sent, Notice notice, Runnable move) {
        try {
            move.run();
            return Response.seeOther(URI.create(CasePage.address(sent.id) + "?done=" + notice + "#embargo"))
                    .build();
        } catch (ReviewException refused) {
            return page.refused(sent.staff, sent.id, sent.typed, sent.field, refused);
        }
    }
}
