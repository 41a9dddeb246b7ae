package org.narrowgate.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a browser may do with a page of ours: its own scripts and styles, its own origin, and no frame around it. */
@Provider
public class PageHeaders implements ContainerResponseFilter {
    private static final String CONTENT_POLICY = "Content-Security-Policy";

    private final TryIt tryIt;

    PageHeaders(TryIt tryIt) {
        this.tryIt = tryIt;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var type = response.getMediaType();
        // A page that has said more about itself has said all of it.
        if (type == null
                || !type.isCompatible(MediaType.TEXT_HTML_TYPE)
                || response.getHeaders().containsKey(CONTENT_POLICY)) {
            return;
        }
        var connect = tryIt.identityProvider().map(provider -> " " + provider).orElse("");
        headers(connect, List.of()).forEach(response.getHeaders()::putSingle);
    }

    /**
     * The headers of a page whose forms may also lead to these origins.
     *
     * @param formTargets for example {@code https://login.example}
     */
    public static Map<String, String> withFormsTo(Collection<String> formTargets) {
        return headers("", formTargets);
    }

    private static Map<String, String> headers(String connect, Collection<String> formTargets) {
        var forms = formTargets.isEmpty() ? "" : " " + String.join(" ", formTargets);
        return Map.of(
                CONTENT_POLICY,
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                        + "connect-src 'self'" + connect + "; "
                        + "form-action 'self'" + forms + "; base-uri 'none'; frame-ancestors 'none'",
                "X-Content-Type-Options",
                "nosniff",
                // To ourselves only. Were there none at all, a browser would send a form with the origin `null`, and
                // the console could not tell its own.
                "Referrer-Policy",
                "same-origin");
    }
}
