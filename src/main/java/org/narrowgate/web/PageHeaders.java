package org.narrowgate.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** What a browser may do with a page of ours: its own scripts and styles, its own origin, and no frame around it. */
@Provider
class PageHeaders implements ContainerResponseFilter {
    private final TryIt tryIt;

    PageHeaders(TryIt tryIt) {
        this.tryIt = tryIt;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var type = response.getMediaType();
        if (type == null || !type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", contentPolicy());
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "no-referrer");
    }

    private String contentPolicy() {
        var connect = tryIt.identityProvider().map(provider -> " " + provider).orElse("");
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                + "connect-src 'self'" + connect + "; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
