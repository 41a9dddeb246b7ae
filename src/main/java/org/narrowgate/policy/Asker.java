package org.narrowgate.policy;

import java.util.Set;

/** An agency asking, with the purposes its token's scopes name. What it may do is the policy's to say. */
public record Asker(AgencyId agency, Set<PurposeId> scopes) {
    public Asker {
        scopes = Set.copyOf(scopes);
    }
}
