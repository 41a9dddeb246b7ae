package org.narrowgate.web.automation;

import static java.util.Objects.requireNonNull;

import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.web.RefusalStatus;

/**
 * Turns what went wrong under /admin into a problem.
 *
 * <p>INVARIANT: of exceptions only those made for the person who asks are quoted: governance's sentences, and the
 * faults of the document they sent.
 */
public class Problems {
    private static final String ROOT = "/admin";

    Problems() {}

    /** Whether a call is the automation's, however its path is spelt. */
    public static boolean belongTo(UriInfo address) {
        return address.getPath().startsWith(ROOT);
    }

    /** The problem of a call that ended with a status and nothing more to say. */
    public static Response ofStatus(int status) {
        var detail = switch (status) {
            case 404 -> "There is nothing here.";
            case 405 -> "This is asked with another method.";
            case 406 -> "The answer is application/json.";
            case 413 -> "More was sent than is read.";
            case 415 -> "Send application/json.";
            default -> "This cannot be answered.";
        };
        return Problem.of(status, "refused", detail).response();
    }

    /** The problem of a failure whose cause stays with us. */
    public static Response ofFailure(Throwable thrown) {
        return thrown instanceof LedgerUnavailableException
                ? Problem.of(
                                503,
                                "log-unavailable",
                                "The disclosure log cannot be written now. Look at what is there before trying again.")
                        .response()
                : Problem.of(500, "failed", "This failed on our side. Look at what is there before trying again.")
                        .response();
    }

    /** The problem of a caller who may not do this. */
    public static Response notAllowed() {
        return Problem.of(
                        403,
                        "not-for-this-role",
                        "This takes a token of the registry's staff with a role that this one does not have.")
                .response();
    }

    @ServerExceptionMapper
    Response refused(GovernanceException thrown) {
        return Problem.of(RefusalStatus.of(thrown.fault()), word(thrown.fault()), sentence(thrown), faults(thrown))
                .response();
    }

    @ServerExceptionMapper
    Response faulty(PolicyFaultsException thrown) {
        return Problem.of(
                        RefusalStatus.UNPROCESSABLE,
                        "faults",
                        "What was sent has faults; nothing of it is kept.",
                        thrown.faults())
                .response();
    }

    @ServerExceptionMapper
    Response nobody(UnauthorizedException thrown, UriInfo address) {
        var answer = belongTo(address)
                ? Problem.of(401, "no-token", "This takes a bearer token of the registry's staff.")
                        .response()
                : Response.status(Response.Status.UNAUTHORIZED).build();
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static List<PolicyFault> faults(GovernanceException thrown) {
        return thrown.fault() == Fault.MOMENT_UNFIT
                ? List.of(new PolicyFault("/inForceFrom", sentence(thrown)))
                : List.of();
    }

    private static String sentence(GovernanceException thrown) {
        return requireNonNull(thrown.getMessage());
    }

    private static String word(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
