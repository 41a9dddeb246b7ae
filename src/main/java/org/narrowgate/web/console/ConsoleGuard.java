package org.narrowgate.web.console;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.narrowgate.web.SameOrigin;

/**
 * Turns away who comes without a session, and every change that was not sent by a form of this very session, from a
 * page of ours: another site can make a browser send a request with its cookie, but not with the form's token.
 */
class ConsoleGuard {
    /** Tells our script why it was turned away. */
    static final String REFUSED = "Narrowgate-Refused";

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final SignedIn signedIn;
    private final ConsoleMessages messages;

    ConsoleGuard(SignedIn signedIn, ConsoleMessages messages) {
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @ServerRequestFilter
    @WithFormRead
    public Optional<Response> guard(ResteasyReactiveContainerRequestContext request) {
        if (signedIn.session().isEmpty()) {
            // A token of staff may have the role; a spelling of the path may lead past the sign-in.
            return ConsolePath.holds(request.getUriInfo())
                    ? Optional.of(Response.status(Response.Status.UNAUTHORIZED).build())
                    : Optional.empty();
        }
        // By the session, not by the path: wherever one counts, its forms are guarded.
        if (READING.contains(request.getMethod()) || (isOurs(request) && hasToken(request))) {
            return Optional.empty();
        }
        return Optional.of(messages.staleForm());
    }

    /** By what a browser tells of itself; what tells nothing has the token still to show. */
    private static boolean isOurs(ContainerRequestContext request) {
        return SameOrigin.isClaimed(request::getHeaderString, request.getUriInfo());
    }

    private boolean hasToken(ResteasyReactiveContainerRequestContext request) {
        var form = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return signedIn.session()
                .filter(session ->
                        form.getFormParameter("csrf", true, false) instanceof String token && session.made(token))
                .isPresent();
    }
}
