package org.narrowgate.web.console;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;

/** Which requests are the console's. */
final class ConsolePath {
    static final String ROOT = "/console";

    private ConsolePath() {}

    /** However it is spelt: with a semicolon, for example, a path is still matched. */
    static boolean holds(UriInfo address) {
        return address.getPath().startsWith(ROOT);
    }

    /** Whether our own script asks, and wants no redirect to a login page. */
    static boolean isScript(ContainerRequestContext request) {
        return "JavaScript".equals(request.getHeaderString("X-Requested-With"));
    }
}
