package org.narrowgate.caller;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Somebody on the registry's staff, signed in.
 *
 * @param id the identity provider's, opaque; the log has a pseudonym of it only
 * @param name as colleagues are shown it
 */
public record Staff(String id, String name, Set<StaffRole> roles) {
    public Staff {
        requireNonNull(id);
        requireNonNull(name);
        roles = Set.copyOf(roles);
    }
}
