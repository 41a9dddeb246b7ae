package org.narrowgate.web.transparency.agreements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.narrowgate.transparency.agreements.AgreementsService;
import org.narrowgate.web.PublicDocument;

/** The register for programs, and every published policy version as the very bytes its hash is of. */
@Path("/transparency")
@PermitAll
class AgreementFiles {
    private final AgreementsService agreements;
    private final ObjectMapper json;

    AgreementFiles(AgreementsService agreements, ObjectMapper json) {
        this.agreements = agreements;
        this.json = json;
    }

    @GET
    @Path("agreements.json")
    public Response register(@Context Request request) throws JsonProcessingException {
        var document = AgreementsDocument.of(agreements.register());
        return PublicDocument.forAMinute(json.writeValueAsString(document)).answer(request);
    }

    @GET
    @Path("agreements/versions/{number: [1-9][0-9]{0,8}}.json")
    public Response version(@PathParam("number") int number, @Context Request request) {
        return agreements
                .version(number)
                .map(version -> PublicDocument.forEver(version.policy().canonicalJson()))
                .orElseThrow(NotFoundException::new)
                .answer(request);
    }
}
