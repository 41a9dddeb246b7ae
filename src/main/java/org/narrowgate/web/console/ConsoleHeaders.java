package org.narrowgate.web.console;

import io.quarkus.oidc.OidcConfigurationMetadata;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.narrowgate.web.PageHeaders;

/** What is the same for every answer of the console: never kept by a browser, and read as our script expects it. */
@Provider
// Before the headers of every page, which leave alone what is there.
@Priority(Priorities.USER + 1000)
class ConsoleHeaders implements ContainerResponseFilter {
    /** Where our script is to go on: it could not tell the target of a redirect without asking for the page twice. */
    static final String CONTINUE = "Narrowgate-Continue";

    private final SignedIn signedIn;
    private final Instance<OidcConfigurationMetadata> identityProvider;

    ConsoleHeaders(SignedIn signedIn, Instance<OidcConfigurationMetadata> identityProvider) {
        this.signedIn = signedIn;
        this.identityProvider = identityProvider;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (signedIn.session().isEmpty()) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("Cache-Control", "no-store");
        if (MediaType.TEXT_HTML_TYPE.isCompatible(
                Objects.requireNonNullElse(response.getMediaType(), MediaType.APPLICATION_OCTET_STREAM_TYPE))) {
            PageHeaders.withFormsTo(signInAndOut()).forEach(headers::putSingle);
        }
        if (response.getStatus() == Response.Status.SEE_OTHER.getStatusCode() && ConsolePath.isScript(request)) {
            headers.putSingle(CONTINUE, String.valueOf(response.getLocation()));
            headers.remove("Location");
            response.setStatus(Response.Status.OK.getStatusCode());
        }
    }

    /** A form's answer may be the way to the identity provider: to sign out, or in again. */
    private Set<String> signInAndOut() {
        var found = identityProvider.get();
        return Stream.of(found.getAuthorizationUri(), found.getEndSessionUri())
                .filter(Objects::nonNull)
                .map(address -> URI.create(address).resolve("/").toString().replaceFirst("/$", ""))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
