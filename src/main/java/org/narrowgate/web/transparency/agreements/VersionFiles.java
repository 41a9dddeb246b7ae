package org.narrowgate.web.transparency.agreements;

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

/** Every published policy version, as the very bytes its hash is of. */
@Path("/transparency/agreements/versions")
@PermitAll
class VersionFiles {
    private final AgreementsService agreements;

    VersionFiles(AgreementsService agreements) {
        this.agreements = agreements;
    }

    @GET
    @Path("{number: [1-9][0-9]{0,8}}.json")
    public Response version(@PathParam("number") int number, @Context Request request) {
        return agreements
                .text(number)
                .map(PublicDocument::forEver)
                .orElseThrow(NotFoundException::new)
                .answer(request);
    }
}
