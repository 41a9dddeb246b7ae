package org.narrowgate.web.record;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.narrowgate.web.SignedOutPage;

/**
 * Ends the session here, and then the identity provider's: whatever the sign-in was worth. The browser takes the second
 * step by a form, because the identity token names the person and belongs in no address.
 */
@Path("/my-record/sign-out")
@Authenticated
class SignOutOfRecord {
    private final Template page;
    private final OidcSession session;
    private final OidcConfigurationMetadata identityProvider;

    SignOutOfRecord(
            @Location("my-record/signing-out.html") Template page,
            OidcSession session,
            OidcConfigurationMetadata identityProvider) {
        this.page = page;
        this.session = session;
        this.identityProvider = identityProvider;
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Uni<Response> signOut(UriInfo address) {
        var identityToken = session.getIdToken().getRawToken();
        var afterwards = address.getBaseUri().resolve(SignedOutPage.OF_RECORD);
        var there = identityProvider.getEndSessionUri();
        return session.logout()
                .map(_ -> there == null
                        ? Response.seeOther(afterwards).build()
                        : Response.ok(page.data("there", there)
                                        .data("identityToken", identityToken)
                                        .data("afterwards", afterwards))
                                .build());
    }
}
