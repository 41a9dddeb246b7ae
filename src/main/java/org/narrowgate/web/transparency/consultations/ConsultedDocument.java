package org.narrowgate.web.transparency.consultations;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.narrowgate.governance.consultation.ConsultationId;
import org.narrowgate.governance.consultation.ConsultationService;
import org.narrowgate.web.PublicDocument;

/** The text that a consultation is about, as the very bytes its hash is of. */
@Path("/transparency/consultations/{id}/policy.json")
@PermitAll
class ConsultedDocument {
    private final ConsultationService consultations;

    ConsultedDocument(ConsultationService consultations) {
        this.consultations = consultations;
    }

    @GET
    public Response document(@PathParam("id") String id, @Context Request request) {
        return ConsultationId.parse(id)
                .flatMap(consultations::document)
                .map(PublicDocument::forEver)
                .orElseThrow(NotFoundException::new)
                .answer(request);
    }
}
