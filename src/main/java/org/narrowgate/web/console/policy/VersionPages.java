package org.narrowgate.web.console.policy;

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
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.PublishedVersion;
import org.narrowgate.governance.PublishedVersions;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyFaultsException;

/** Every policy version there has been, to be read and taken away. */
@Path(InForcePages.PATH + "/versions")
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
class VersionPages {
    private final Template list;
    private final Template page;
    private final PublishedVersions versions;

    VersionPages(
            @Location("console/policy/versions.html") Template list,
            @Location("console/policy/version.html") Template page,
            PublishedVersions versions) {
        this.list = list;
        this.page = page;
        this.versions = versions;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance all() {
        return list.data(
                "versions", versions.all().stream().map(VersionModels::of).toList());
    }

    @GET
    @Path("{number}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance one(@PathParam("number") String number) {
        var published = version(number);
        return page.data("version", VersionModels.of(published))
                .data(
                        "policies",
                        readable(text(published)).map(PolicyModels::read).stream()
                                .toList());
    }

    /** Byte for byte as published: its hash is the version's. */
    @GET
    @Path("{number}/document.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response document(@PathParam("number") String number) {
        var published = version(number);
        return Response.ok(text(published))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"narrowgate-policy-" + published.number() + ".json\"")
                .build();
    }

    private PublishedVersion version(String number) {
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw new NotFoundException();
        }
        return versions.version(Integer.parseInt(number)).orElseThrow(NotFoundException::new);
    }

    private String text(PublishedVersion published) {
        return versions.text(published.number()).orElseThrow(NotFoundException::new);
    }

    // The rules for documents may have become stricter since; the text itself can be had all the same.
    private static Optional<Policy> readable(String text) {
        try {
            return Optional.of(Policy.read(text));
        } catch (PolicyFaultsException e) {
            return Optional.empty();
        }
    }
}
