package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A public body that may ask, as a policy document knows it.
 *
 * @param clients the OIDC client ids that speak for it, and for nobody else
 * @param ranks who may countersign its requests, in lower case; may be none
 */
public record Agency(AgencyId id, String name, AgencyGroup group, List<String> clients, List<String> ranks) {
    public Agency {
        requireNonNull(id);
        requireNonNull(name);
        requireNonNull(group);
        clients = List.copyOf(clients);
        ranks = List.copyOf(ranks);
    }
}
