package org.narrowgate.governance;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An approver's word on a submitted draft.
 *
 * @param seen the revision they have looked at
 * @param inForceFrom empty for as the author proposed, or at once where that has passed or nothing was proposed
 * @param fallingAway the announced versions that they know will never come into force
 */
public record Approval(int seen, String reasons, Optional<Instant> inForceFrom, Set<Integer> fallingAway) {
    public Approval {
        requireNonNull(reasons);
        requireNonNull(inForceFrom);
        fallingAway = Set.copyOf(fallingAway);
    }
}
