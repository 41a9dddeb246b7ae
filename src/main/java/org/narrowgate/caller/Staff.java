package org.narrowgate.caller;

import java.util.Set;

/**
 * Somebody of the registry's staff who is signed in, perhaps without any role here.
 *
 * @param id the identity provider's own, for ever the same; no log shows it but as a pseudonym
 * @param name as a page may show it to the person themselves
 */
public record Staff(String id, String name, Set<StaffRole> roles) {
    public Staff {
        if (id.isBlank()) {
            throw new IllegalArgumentException("staff without an id");
        }
        roles = Set.copyOf(roles);
    }

    public boolean is(StaffRole role) {
        return roles.contains(role);
    }
}
