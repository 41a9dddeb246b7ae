package org.narrowgate.web.console.log;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.narrowgate.caller.StaffRole;

/** The log's entries, searched and one by one, without whom they are about. */
@Path("/console/log")
@RolesAllowed(StaffRole.OVERSIGHT)
class SearchPages {
    private final Template page;
    private final Template one;
    private final SearchModels models;
    private final EntryModels entries;

    SearchPages(
            @Location("console/log/search.html") Template page,
            @Location("console/log/entry.html") Template one,
            SearchModels models,
            EntryModels entries) {
        this.page = page;
        this.one = one;
        this.models = models;
        this.entries = entries;
    }

    @GET
    @Path("search")
    @Produces(MediaType.TEXT_HTML)
    public Response search(@BeanParam SearchQuery query) {
        var choices = models.choices();
        var sought = Sought.read(query, choices);
        return sought.faults().isEmpty()
                ? html(200, page.data("model", models.found(sought, choices)).render())
                : html(400, page.data("model", models.faulty(sought, choices)).render());
    }

    @GET
    @Path("search.csv")
    @Produces("text/csv")
    public Response csv(@BeanParam SearchQuery query) {
        return file("narrowgate-log.csv", "text/csv;charset=UTF-8;header=present", RowFile.csv(rows(query)));
    }

    @GET
    @Path("search.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(@BeanParam SearchQuery query) {
        return file("narrowgate-log.json", MediaType.APPLICATION_JSON, rows(query));
    }

    @GET
    @Path("entries/{index}")
    @Produces(MediaType.TEXT_HTML)
    public Response entry(@PathParam("index") String index, @Context UriInfo address) {
        var site = address.getBaseUri().toString().replaceFirst("/$", "");
        var model = entries.entry(number(index), site).orElseThrow(NotFoundException::new);
        return html(200, one.data("model", model).render());
    }

    /** As {@code verify-log --receipt} reads it. */
    @GET
    @Path("entries/{index}/receipt.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response receipt(@PathParam("index") String index) {
        var receipt = entries.receipt(number(index)).orElseThrow(NotFoundException::new);
        return file(Proofs.file(number(index)), MediaType.APPLICATION_JSON, receipt);
    }

    private static long number(String index) {
        if (!index.matches("0|[1-9][0-9]{0,17}")) {
            throw new NotFoundException();
        }
        return Long.parseLong(index);
    }

    private List<RowModel> rows(SearchQuery query) {
        var choices = models.choices();
        var sought = Sought.read(query, choices);
        if (!sought.faults().isEmpty()) {
            throw new BadRequestException();
        }
        return models.found(sought, choices).rows();
    }

    private static Response file(String name, String mediaType, Object content) {
        return Response.ok(content, mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static Response html(int status, String content) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(content)
                .build();
    }
}
