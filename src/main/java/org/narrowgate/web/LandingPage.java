package org.narrowgate.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The first page: what Narrowgate is, how to ask it, and in development a place to try. */
@Path("/")
class LandingPage {
    private final Template landing;
    private final TryIt tryIt;
    private final int managementPort;

    LandingPage(
            @Location("landing.html") Template landing,
            TryIt tryIt,
            @ConfigProperty(name = "quarkus.management.port", defaultValue = "9000") int managementPort) {
        this.landing = landing;
        this.tryIt = tryIt;
        this.managementPort = managementPort;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return landing.data("identityProvider", tryIt.identityProvider().orElse(null))
                .data("managementPort", managementPort);
    }
}
