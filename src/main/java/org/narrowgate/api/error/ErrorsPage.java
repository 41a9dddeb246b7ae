package org.narrowgate.api.error;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** The catalogue of errors, for developers and for their programs. */
@Path("/errors")
public class ErrorsPage {
    private final Template page;

    ErrorsPage(@Location("errors.html") Template page) {
        this.page = page;
    }

    /** One code of the catalogue. */
    public record Entry(ErrorCode code, int status, String meaning, String remedy) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance html() {
        return page.data("errors", json());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Entry> json() {
        return Arrays.stream(ErrorCode.values())
                .map(code -> new Entry(code, code.status(), code.meaning(), code.remedy()))
                .toList();
    }
}
