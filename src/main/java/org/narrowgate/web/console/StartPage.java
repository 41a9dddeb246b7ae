package org.narrowgate.web.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.web.console.cases.QueuePage;
import org.narrowgate.web.console.cases.QueueQuery;

/** Where staff arrive: caseworkers at their queue, others at what they can do here. */
@Path("/console")
@RolesAllowed({StaffRole.CASE, StaffRole.OVERSIGHT, StaffRole.AUTHOR, StaffRole.APPROVER})
class StartPage {
    private final Template page;
    private final QueuePage queue;
    private final SignedIn signedIn;

    StartPage(@Location("console/start.html") Template page, QueuePage queue, SignedIn signedIn) {
        this.page = page;
        this.queue = queue;
        this.signedIn = signedIn;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@BeanParam QueueQuery asked) {
        var staff = signedIn.staff();
        return staff.is(StaffRole.CASEWORKER) ? queue.show(staff, asked) : page.instance();
    }
}
