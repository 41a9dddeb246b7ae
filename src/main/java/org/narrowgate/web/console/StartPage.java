package org.narrowgate.web.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.narrowgate.caller.StaffRole;

/** Where staff arrive: what the person signed in can do here. */
@Path("/console")
@RolesAllowed({StaffRole.CASE, StaffRole.OVERSIGHT, StaffRole.AUTHOR, StaffRole.APPROVER})
class StartPage {
    private final Template page;

    StartPage(@Location("console/start.html") Template page) {
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return page.instance();
    }
}
