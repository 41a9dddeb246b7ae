package org.narrowgate.governance.replay;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.narrowgate.governance.Author;

/**
 * A replay as it stands.
 *
 * @param inForce the number of the version that was in force when it was asked for
 * @param done requests replayed so far
 * @param total of so many; 0 while nobody has counted them
 */
public record ReplayRun(
        ReplayId id,
        ReplayOrder order,
        int inForce,
        ReplayState state,
        long done,
        long total,
        Author by,
        Instant askedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {
    public ReplayRun {
        requireNonNull(id);
        requireNonNull(order);
        requireNonNull(state);
        requireNonNull(by);
        requireNonNull(askedAt);
        requireNonNull(startedAt);
        requireNonNull(finishedAt);
    }
}
