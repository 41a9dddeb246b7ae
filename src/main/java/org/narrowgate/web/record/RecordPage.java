package org.narrowgate.web.record;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.narrowgate.rights.record.MyRecord;

/** Who asked about the person who is signed in, and what they were told. */
@Path("/my-record")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class RecordPage {
    private final Template page;
    private final OwnPages pages;

    RecordPage(@Location("my-record/record.html") Template page, OwnPages pages) {
        this.page = page;
        this.pages = pages;
    }

    /** A page that is not there shows the first. */
    @GET
    public Response show(@QueryParam("page") @DefaultValue("1") String number) {
        return pages.pageOfRecord((_, record) -> shown(record, number));
    }

    /** Where the identity provider sends people back to, should the page they wanted not be known any more. */
    @GET
    @Path("signed-in")
    public Response signedIn() {
        return Response.seeOther(URI.create(RecordPath.ROOT)).build();
    }

    private Response shown(MyRecord record, String number) {
        // Rendered here, so that a page that cannot be is a failure and not half an answer.
        return Response.ok(
                        page.data("record", RecordModel.of(record, number)).render(),
                        MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
