package org.narrowgate.web.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.StaffRole;

/** A page with a form, as the console's pages have them, for what is true of each of them. */
@Path(NotePageForTests.PATH)
@RolesAllowed(StaffRole.CASE)
public class NotePageForTests {
    static final String PATH = "/console/note-for-tests";
    static final List<String> NOTES = new CopyOnWriteArrayList<>();

    private final Template page;
    private final ConsoleMessages messages;

    NotePageForTests(@Location("console/note-for-tests.html") Template page, ConsoleMessages messages) {
        this.page = page;
        this.messages = messages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return shown("", null);
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Response keep(@FormParam("note") String note, @FormParam("move") String move) {
        Objects.requireNonNull(move);
        return switch (note) {
            case "empty" ->
                Response.status(400).entity(shown(note, "say more than that")).build();
            case "taken" -> messages.page(409, "Already decided", "Somebody else has decided meanwhile.");
            case "broken" -> throw new IllegalStateException("Smith, 9000000009");
            default -> {
                NOTES.add(note);
                yield Response.seeOther(URI.create(PATH)).build();
            }
        };
    }

    private TemplateInstance shown(String note, @Nullable String fault) {
        return page.data("note", note).data("fault", fault).data("notes", NOTES);
    }
}
