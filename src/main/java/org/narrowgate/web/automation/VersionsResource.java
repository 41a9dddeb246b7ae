package org.narrowgate.web.automation;

import static org.narrowgate.governance.GovernanceException.Fault.VERSION_UNKNOWN;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.narrowgate.caller.CallerService;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.PublishedVersion;
import org.narrowgate.governance.PublishedVersions;
import org.narrowgate.policy.PolicyInForce;

/** The published policy versions, for programs: each as the bytes that were published. */
@Path("/admin/policy/versions")
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
@Produces(MediaType.APPLICATION_JSON)
class VersionsResource {
    private final PublishedVersions versions;
    private final PolicyInForce inForce;
    private final CallerService callers;
    private final SecurityIdentity identity;

    VersionsResource(
            PublishedVersions versions, PolicyInForce inForce, CallerService callers, SecurityIdentity identity) {
        this.versions = versions;
        this.inForce = inForce;
        this.callers = callers;
        this.identity = identity;
    }

    @GET
    public List<VersionAnswer> all() {
        callers.automation(identity);
        return versions.all().stream().map(VersionAnswer::of).toList();
    }

    @GET
    @Path("current")
    public Response current(@Context Request request) {
        callers.automation(identity);
        return document(inForce.refresh().number(), request);
    }

    @GET
    @Path("{number: [1-9][0-9]{0,8}}")
    public Response version(int number, @Context Request request) {
        callers.automation(identity);
        return document(number, request);
    }

    private Response document(int number, Request request) {
        var version = versions.version(number).orElseThrow(() -> unknown(number));
        var tag = new EntityTag(version.hash());
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null
                ? Response.ok(versions.text(number).orElseThrow(() -> unknown(number)))
                        .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                : unchanged;
        return described(answer, version).tag(tag).build();
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder answer, PublishedVersion version) {
        return answer.header("Policy-Version", version.number())
                .header("Policy-Hash", version.hash())
                .header("Policy-Status", version.state().words())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static GovernanceException unknown(int number) {
        return new GovernanceException(VERSION_UNKNOWN, "There is no policy version " + number + ".");
    }
}
