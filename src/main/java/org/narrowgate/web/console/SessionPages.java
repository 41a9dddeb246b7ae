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

/** What a page that is still open needs after its session has ended: a way to sign in, and the new form token. */
@Path("/console")
@RolesAllowed({StaffRole.CASE, StaffRole.OVERSIGHT, StaffRole.AUTHOR, StaffRole.APPROVER})
class SessionPages {
    private final Template page;
    private final SignedIn signedIn;

    SessionPages(@Location("console/signed-in.html") Template page, SignedIn signedIn) {
        this.page = page;
        this.signedIn = signedIn;
    }

    /** Who the session is of, so that a form filled in by one person is never sent in the name of another. */
    record Session(String staff, String name, String csrf) {}

    /** Where the identity provider sends people back to, and what a second tab is for. */
    @GET
    @Path("signed-in")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance signedIn() {
        return page.instance();
    }

    @GET
    @Path("session")
    @Produces(MediaType.APPLICATION_JSON)
    public Session session() {
        var staff = signedIn.staff();
        return new Session(staff.id(), staff.name(), signedIn.formToken());
    }
}
