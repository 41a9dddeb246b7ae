package org.narrowgate.web.console.policy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.governance.PublishedVersion;
import org.narrowgate.governance.PublishedVersion.State;
import org.narrowgate.governance.PublishedVersions;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.Purpose;

/** The policy in force, and what any agency sees under it at this moment. */
@Path(InForcePages.PATH)
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
@Produces(MediaType.TEXT_HTML)
class InForcePages {
    static final String PATH = "/console/policy";

    private final Template page;
    private final Template agencyPage;
    private final PolicyInForce inForce;
    private final PublishedVersions versions;
    private final TracingRequests requests;

    InForcePages(
            @Location("console/policy/in-force.html") Template page,
            @Location("console/policy/agency.html") Template agencyPage,
            PolicyInForce inForce,
            PublishedVersions versions,
            TracingRequests requests) {
        this.page = page;
        this.agencyPage = agencyPage;
        this.inForce = inForce;
        this.versions = versions;
        this.requests = requests;
    }

    @GET
    public TemplateInstance show() {
        var current = inForce.refresh();
        var published = versions.version(current.number()).orElseThrow(NotFoundException::new);
        var announced = versions.all().stream()
                .filter(version -> version.state() == State.ANNOUNCED)
                .map((PublishedVersion version) -> VersionModels.of(version))
                .toList();
        return page.data(
                "inForce",
                new InForceModel(VersionModels.of(published), announced, PolicyModels.inForce(current.policy())));
    }

    /** Equal to what the agency itself is told by {@code entitlements}, had its token every scope. */
    @GET
    @Path("agencies/{id}")
    public TemplateInstance agency(@PathParam("id") String id) {
        var current = inForce.refresh();
        var agency = agency(current.policy(), id);
        var scopes =
                current.policy().document().purposes().stream().map(Purpose::id).collect(toUnmodifiableSet());
        var seen = requests.entitlements(new Asker(agency.id(), scopes)).stream()
                .map(SeenModel::of)
                .toList();
        return agencyPage
                .data("agency", agency.name())
                .data("number", current.number())
                .data("seen", seen);
    }

    private static Agency agency(Policy policy, String id) {
        return policy.document().agencies().stream()
                .filter(agency -> agency.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
