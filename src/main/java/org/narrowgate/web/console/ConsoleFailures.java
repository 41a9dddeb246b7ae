package org.narrowgate.web.console;

import static java.util.stream.Collectors.joining;

import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.narrowgate.caller.NotStaffException;
import org.narrowgate.web.automation.Problems;
import org.narrowgate.web.record.RecordMessages;
import org.narrowgate.web.record.RecordPath;

/**
 * Turns what went wrong into a page, of the console or of my record, or into a problem where a program asked.
 *
 * <p>INVARIANT: no exception's message is shown or written, for a driver or a library may put a person's details there.
 */
class ConsoleFailures {
    private static final Logger LOG = Logger.getLogger(ConsoleFailures.class);
    private static final int FRAMES = 12;

    private final ConsoleMessages messages;
    private final RecordMessages people;
    private final SignedIn signedIn;

    ConsoleFailures(ConsoleMessages messages, RecordMessages people, SignedIn signedIn) {
        this.messages = messages;
        this.people = people;
        this.signedIn = signedIn;
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response notAllowed(UriInfo address) {
        if (Problems.belongTo(address)) {
            return Problems.notAllowed();
        }
        return signedIn.session().isPresent()
                ? messages.notAllowed()
                : Response.status(Response.Status.FORBIDDEN).build();
    }

    @ServerExceptionMapper(NotStaffException.class)
    Response nobody(UriInfo address) {
        if (Problems.belongTo(address)) {
            return Problems.notAllowed();
        }
        return Response.status(Response.Status.UNAUTHORIZED).build();
    }

    @ServerExceptionMapper
    Response answered(WebApplicationException thrown, UriInfo address) {
        var answer = thrown.getResponse();
        if (Problems.belongTo(address) && !answer.hasEntity() && answer.getStatus() >= 400) {
            return Problems.ofStatus(answer.getStatus());
        }
        if (RecordPath.holds(address) && !answer.hasEntity() && answer.getStatus() >= 400) {
            return people.ofStatus(answer.getStatus());
        }
        return isStaffs(address) && !answer.hasEntity() && answer.getStatus() >= 400
                ? messages.ofStatus(answer.getStatus())
                : answer;
    }

    @ServerExceptionMapper
    Response failed(Throwable thrown, UriInfo address) {
        LOG.errorf("a page failed: %s", withoutMessages(thrown));
        if (Problems.belongTo(address)) {
            return Problems.ofFailure(thrown);
        }
        if (RecordPath.holds(address)) {
            return people.ofStatus(500);
        }
        return isStaffs(address)
                ? messages.ofStatus(500)
                : Response.serverError().build();
    }

    // The pages name who is signed in; a path spelt oddly leads here without anybody being so.
    private boolean isStaffs(UriInfo address) {
        return ConsolePath.holds(address) && signedIn.session().isPresent();
    }

    private static String withoutMessages(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .map(cause -> cause.getClass().getName() + frames(cause))
                .collect(joining("; caused by "));
    }

    private static String frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(joining(" < ", " at ", ""));
    }
}
