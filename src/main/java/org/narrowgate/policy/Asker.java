package org.narrowgate.policy;

import java.util.Optional;
import java.util.Set;

/**
 * An agency asking, with the purposes its token's scopes name. What it may do is the policy's to say.
 *
 * @param client the OIDC client it asks through, which must be the agency's under the policy that decides; empty where
 *     the agency's request is in a caseworker's hands
 */
public record Asker(AgencyId agency, Optional<String> client, Set<PurposeId> scopes) {
    public Asker {
        scopes = Set.copyOf(scopes);
    }

    public Asker(AgencyId agency, Set<PurposeId> scopes) {
        this(agency, Optional.empty(), scopes);
    }
}
