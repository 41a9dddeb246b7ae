package org.narrowgate.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where a sign-out ends: outside the console and my record, for nobody is signed in any more. */
@Path(SignedOutPage.PATH)
public class SignedOutPage {
    public static final String PATH = "/signed-out";
    /** The same for people at their own record. */
    public static final String OF_RECORD = PATH + "/my-record";

    private final Template page;

    SignedOutPage(@Location("signed-out.html") Template page) {
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return page.data("back", "/console");
    }

    @GET
    @Path("my-record")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance showOfRecord() {
        return page.data("back", "/my-record");
    }
}
