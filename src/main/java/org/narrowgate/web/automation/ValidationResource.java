package org.narrowgate.web.automation;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.narrowgate.caller.CallerService;
import org.narrowgate.caller.StaffRole;

/** Whether a document could become a policy, asked before anybody makes a draft of it: for changes under review. */
@Path("/admin/policy/validate")
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
@Produces(MediaType.APPLICATION_JSON)
class ValidationResource {
    private final Validation validation;
    private final CallerService callers;
    private final SecurityIdentity identity;

    ValidationResource(Validation validation, CallerService callers, SecurityIdentity identity) {
        this.validation = validation;
        this.callers = callers;
        this.identity = identity;
    }

    /** Keeps nothing. */
    @POST
    public ValidAnswer validate(@Nullable String document) {
        callers.automation(identity);
        return validation.validate(document == null ? "" : document);
    }
}
