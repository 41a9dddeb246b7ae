package org.narrowgate.web.console.log;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.narrowgate.caller.StaffRole;

/** Whether the log is complete, signed and witnessed, and how it grew. */
@Path("/console/log")
@RolesAllowed(StaffRole.OVERSIGHT)
class HealthPages {
    private final Template page;
    private final HealthModels models;

    HealthPages(@Location("console/log/health.html") Template page, HealthModels models) {
        this.page = page;
        this.models = models;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return page.data("model", models.health());
    }

    /** What the page's script refreshes. */
    @GET
    @Path("standing")
    @Produces(MediaType.APPLICATION_JSON)
    public StandingModel standing() {
        return models.now();
    }
}
