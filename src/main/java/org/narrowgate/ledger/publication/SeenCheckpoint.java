package org.narrowgate.ledger.publication;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The largest checkpoint this process has seen published: what it is shown next must continue it. */
public final class SeenCheckpoint {
    private final AtomicReference<@Nullable PublishedCheckpoint> largest = new AtomicReference<>();

    public Optional<PublishedCheckpoint> get() {
        return Optional.ofNullable(largest.get());
    }

    /** INVARIANT: only a checkpoint that is committed, or another thread would miss it in the database. */
    public void see(PublishedCheckpoint checkpoint) {
        largest.accumulateAndGet(
                checkpoint, (held, seen) -> held == null || (seen != null && seen.size() > held.size()) ? seen : held);
    }
}
