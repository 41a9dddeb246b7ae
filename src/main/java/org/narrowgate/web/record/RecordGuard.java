package org.narrowgate.web.record;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.narrowgate.caller.PersonSession;
import org.narrowgate.web.SameOrigin;

/**
 * Turns away who comes to a record without a session of a person, and every change that was not sent by a form of this
 * very session, from a page of ours.
 */
class RecordGuard {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Visitor visitor;
    private final RecordMessages messages;

    RecordGuard(Visitor visitor, RecordMessages messages) {
        this.visitor = visitor;
        this.messages = messages;
    }

    @ServerRequestFilter
    @WithFormRead
    public Optional<Response> guard(ResteasyReactiveContainerRequestContext request) {
        var session = visitor.session();
        if (session.isEmpty()) {
            // A spelling of the path may lead past the sign-in; a token of staff or of an agency is nobody's record.
            return RecordPath.holds(request.getUriInfo())
                    ? Optional.of(Response.status(Response.Status.UNAUTHORIZED).build())
                    : Optional.empty();
        }
        // By the session, not by the path: wherever one counts, its forms are guarded.
        if (READING.contains(request.getMethod())
                || (SameOrigin.isClaimed(request::getHeaderString, request.getUriInfo())
                        && hasToken(session.get(), request))) {
            return Optional.empty();
        }
        return Optional.of(messages.staleForm());
    }

    private static boolean hasToken(PersonSession session, ResteasyReactiveContainerRequestContext request) {
        var form = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return form.getFormParameter("csrf", true, false) instanceof String token && session.made(token);
    }
}
