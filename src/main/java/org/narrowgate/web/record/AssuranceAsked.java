package org.narrowgate.web.record;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.quarkus.oidc.TenantFeature;
import jakarta.enterprise.context.ApplicationScoped;
import org.narrowgate.caller.Assurance;

/** Asks the identity provider to be as sure of a person as the settings demand, before it sends them back. */
@ApplicationScoped
@TenantFeature("my-record")
// Not on the way back: what is asked of the provider is none of the page's address.
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
// Nobody but the sign-in itself asks for it, by name.
@Unremovable
class AssuranceAsked implements OidcRedirectFilter {
    private final Assurance assurance;

    AssuranceAsked(Assurance assurance) {
        this.assurance = assurance;
    }

    @Override
    public void filter(OidcRedirectContext redirect) {
        redirect.additionalQueryParams().set("acr_values", String.join(" ", assurance.accepted()));
    }
}
