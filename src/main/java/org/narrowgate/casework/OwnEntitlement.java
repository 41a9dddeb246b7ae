package org.narrowgate.casework;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.narrowgate.policy.Entitlement;

/**
 * What an agency may ask for, with what it still owes for what it was given.
 *
 * @param reminder a sentence, where something is due soon or overdue
 */
public record OwnEntitlement(Entitlement entitlement, Destructions destructions, Optional<String> reminder) {
    public OwnEntitlement {
        requireNonNull(entitlement);
        requireNonNull(destructions);
        requireNonNull(reminder);
    }
}
