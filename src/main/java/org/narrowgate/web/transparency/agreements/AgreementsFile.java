package org.narrowgate.web.transparency.agreements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.narrowgate.transparency.agreements.AgreementsService;
import org.narrowgate.web.PublicDocument;

/** The register for programs. */
@Path("/transparency")
@PermitAll
class AgreementsFile {
    private final AgreementsService agreements;
    private final ObjectMapper json;

    AgreementsFile(AgreementsService agreements, ObjectMapper json) {
        this.agreements = agreements;
        this.json = json;
    }

    @GET
    @Path("agreements.json")
    public Response register(@Context Request request) throws JsonProcessingException {
        var document = AgreementsDocument.of(agreements.register());
        return PublicDocument.forAMinute(json.writeValueAsString(document)).answer(request);
    }
}
