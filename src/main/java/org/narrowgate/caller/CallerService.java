package org.narrowgate.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.narrowgate.policy.Asker;

/** Tells who asks. */
@ApplicationScoped
public class CallerService {
    private final AgencyOfClient agencies;

    CallerService(AgencyOfClient agencies) {
        this.agencies = agencies;
    }

    /**
     * The agency behind a verified access token, with the purposes its scopes name.
     *
     * @throws NotAnAgencyException when the identity holds no token of an agency's client
     */
    public Asker asker(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            throw new NotAnAgencyException();
        }
        var token = AgencyToken.of(jwt);
        return token.client()
                .flatMap(agencies::agencyOf)
                .map(agency -> new Asker(agency, token.client(), token.purposes()))
                .orElseThrow(NotAnAgencyException::new);
    }
}
