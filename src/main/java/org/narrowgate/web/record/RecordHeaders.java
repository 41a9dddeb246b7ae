package org.narrowgate.web.record;

import io.quarkus.oidc.OidcConfigurationMetadata;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.narrowgate.web.PageHeaders;

/** What is the same for every answer to a person at their own record: nobody keeps it, and its forms lead home. */
@Provider
// Before the headers of every page, which leave alone what is there.
@Priority(Priorities.USER + 1000)
class RecordHeaders implements ContainerResponseFilter {
    private final Visitor visitor;
    private final Instance<OidcConfigurationMetadata> identityProvider;

    RecordHeaders(Visitor visitor, Instance<OidcConfigurationMetadata> identityProvider) {
        this.visitor = visitor;
        this.identityProvider = identityProvider;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (visitor.session().isEmpty()) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("Cache-Control", "no-store");
        if (MediaType.TEXT_HTML_TYPE.isCompatible(
                Objects.requireNonNullElse(response.getMediaType(), MediaType.APPLICATION_OCTET_STREAM_TYPE))) {
            PageHeaders.withFormsTo(signInAndOut()).forEach(headers::putSingle);
        }
    }

    /** A form's answer may be the way to the identity provider: to sign out, or in again. */
    private Set<String> signInAndOut() {
        var found = identityProvider.get();
        return Stream.of(found.getAuthorizationUri(), found.getEndSessionUri())
                .filter(Objects::nonNull)
                .map(address -> URI.create(address).resolve("/").toString().replaceFirst("/$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
