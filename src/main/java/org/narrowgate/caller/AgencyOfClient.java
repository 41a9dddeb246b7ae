package org.narrowgate.caller;

import java.util.Optional;
import org.narrowgate.policy.AgencyId;

/** Which agency an OIDC client belongs to, under the policy now in force. */
@FunctionalInterface
public interface AgencyOfClient {
    /** @param clientId as the identity provider spells it; empty for a client of no agency */
    Optional<AgencyId> agencyOf(String clientId);
}
