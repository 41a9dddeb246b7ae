package org.narrowgate.web.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.publication.CosigningService;
import org.narrowgate.ledger.publication.CosigningService.Taking;

/** Where witnesses send what they cosigned: the signature itself says who they are. */
@Path("/log/cosignatures")
@PermitAll
public class CosignatureResource {
    private final CosigningService cosigning;

    CosignatureResource(CosigningService cosigning) {
        this.cosigning = cosigning;
    }

    /** @param note a published checkpoint's text with cosignatures under it (C2SP tlog-cosignature) */
    @POST
    public Response take(byte @Nullable [] note) {
        return switch (cosigning.take(note == null ? new byte[0] : note)) {
            case Taking.Taken() -> LogAnswer.done();
            case Taking.UnknownCheckpoint() -> LogAnswer.none("This log published no such checkpoint.");
            case Taking.UnknownWitness() ->
                LogAnswer.refused(403, "No signature is by a witness this log was told of.");
            case Taking.Unreadable(var reason) -> LogAnswer.refused(422, "This is not taken: " + reason + ".");
        };
    }

    @ServerExceptionMapper
    public Response unavailable(LedgerUnavailableException thrown) {
        return LogAnswer.refused(503, "The log cannot be written now. Send the same again after a pause.");
    }
}
