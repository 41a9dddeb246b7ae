package org.narrowgate.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import org.narrowgate.caller.AgencyOfClient;
import org.narrowgate.policy.AgencyId;

/** Agencies whose client ids are theirs; the coroner's client belongs to none. */
@Alternative
@ApplicationScoped
public class AllButTheCoroner implements AgencyOfClient {
    @Override
    public Optional<AgencyId> agencyOf(String clientId) {
        return clientId.equals("coroner") ? Optional.empty() : Optional.of(new AgencyId(clientId));
    }
}
