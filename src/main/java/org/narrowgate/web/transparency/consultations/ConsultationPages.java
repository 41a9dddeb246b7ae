package org.narrowgate.web.transparency.consultations;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.Cache;
import org.narrowgate.governance.consultation.ConsultationId;
import org.narrowgate.governance.consultation.ConsultationService;
import org.narrowgate.governance.consultation.Reception;
import org.narrowgate.governance.consultation.RepresentationService;
import org.narrowgate.web.SameOrigin;
import org.narrowgate.web.transparency.consultations.SentForm.Notice;

/** The register of consultations, and the form by which anybody says something to an open one. */
@Path("/transparency/consultations")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ConsultationPages {
    private static final int SECONDS_FRESH = 60;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int AN_HOUR = 3600;

    private final Template list;
    private final Template page;
    private final ConsultationService consultations;
    private final RepresentationService representations;
    private final SenderLimit limit;

    ConsultationPages(
            @Location("transparency/consultations.html") Template list,
            @Location("transparency/consultation.html") Template page,
            ConsultationService consultations,
            RepresentationService representations,
            SenderLimit limit) {
        this.list = list;
        this.page = page;
        this.consultations = consultations;
        this.representations = representations;
        this.limit = limit;
    }

    @GET
    @Cache(maxAge = SECONDS_FRESH)
    public TemplateInstance list() {
        return list.data(
                "consultations",
                consultations.all().stream()
                        .map(one -> ConsultationRow.of(one, consultations.stage(one)))
                        .toList());
    }

    /** @param received the number of the representation that was just sent; nothing else is told of it */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id, @QueryParam("received") @DefaultValue("0") int received) {
        var form = received > 0 ? SentForm.EMPTY.saying(Notice.received(received)) : SentForm.EMPTY;
        return show(id(id), Response.Status.OK.getStatusCode(), form)
                .header(HttpHeaders.CACHE_CONTROL, received > 0 ? "no-store" : "max-age=" + SECONDS_FRESH)
                .build();
    }

    @POST
    @Path("{id}/representations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @PathParam("id") String id,
            MultivaluedMap<String, String> typed,
            @Context HttpHeaders headers,
            @Context UriInfo asked,
            @Context HttpServerRequest call) {
        var consultation = id(id);
        var form = SentForm.read(typed);
        if (!SameOrigin.isClaimed(headers::getHeaderString, asked)) {
            return refuse(consultation, Response.Status.FORBIDDEN.getStatusCode(), form.saying(Notice.ELSEWHERE));
        }
        // Said, and never dropped in silence: a browser may fill in what it takes for an address.
        if (form.isBaited()) {
            return refuse(consultation, UNPROCESSABLE, form.saying(Notice.BAITED));
        }
        var sender = String.valueOf(call.remoteAddress().hostAddress());
        if (!limit.admits(sender)) {
            return later(consultation, form.saying(Notice.TOO_MANY_FROM_YOU));
        }
        return switch (representations.receive(consultation, form.text(), form.name())) {
            case Reception.Received(var number) -> {
                limit.add(sender);
                yield Response.seeOther(URI.create(
                                "/transparency/consultations/" + consultation + "?received=" + number + "#sent"))
                        .build();
            }
            case Reception.Unfit(var faults) -> refuse(consultation, UNPROCESSABLE, form.faulty(faults));
            case Reception.Closed() ->
                refuse(consultation, Response.Status.CONFLICT.getStatusCode(), form.saying(Notice.CLOSED));
            case Reception.TooMany() -> later(consultation, form.saying(Notice.TOO_MANY));
        };
    }

    private Response later(ConsultationId id, SentForm form) {
        return show(id, TOO_MANY, form)
                .header(HttpHeaders.RETRY_AFTER, AN_HOUR)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response refuse(ConsultationId id, int status, SentForm form) {
        return show(id, status, form)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response.ResponseBuilder show(ConsultationId id, int status, SentForm form) {
        var view = representations.published(id).map(ConsultationView::of).orElseThrow(NotFoundException::new);
        var shown = page.data("consultation", view)
                .data("form", form)
                .data("fields", List.of(form.textField(), form.nameField()))
                .render();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(shown);
    }

    private ConsultationId id(String id) {
        return ConsultationId.parse(id)
                .filter(known -> consultations.consultation(known).isPresent())
                .orElseThrow(NotFoundException::new);
    }
}
