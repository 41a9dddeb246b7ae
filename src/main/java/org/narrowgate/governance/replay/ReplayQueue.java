package org.narrowgate.governance.replay;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** This replica's replays: one at a time, some waiting, each said to be in hand every few seconds. */
final class ReplayQueue implements AutoCloseable {
    /** Those that wait, and the one that runs. */
    static final int MOST = 9;

    private static final int PULSE_SECONDS = 10;

    private final Semaphore places = new Semaphore(MOST);
    private final Set<ReplayId> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("replay").factory());
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("replay-pulse").factory());

    /** @param beat is told of all that are in hand; whatever it throws, it is told again */
    ReplayQueue(Consumer<Collection<ReplayId>> beat) {
        var _ = pulse.scheduleAtFixedRate(() -> beat(beat), PULSE_SECONDS, PULSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether there was a place; it is taken until {@link #put} has worked or {@link #free} is called. */
    boolean take() {
        return places.tryAcquire();
    }

    void free() {
        places.release();
    }

    /** In the place that was taken. */
    void put(ReplayId id, Runnable work) {
        inHand.add(id);
        worker.execute(() -> {
            try {
                work.run();
            } finally {
                inHand.remove(id);
                free();
            }
        });
    }

    private void beat(Consumer<Collection<ReplayId>> beat) {
        if (inHand.isEmpty()) {
            return;
        }
        try {
            beat.accept(Set.copyOf(inHand));
        } catch (RuntimeException e) {
            // The database is away: until it is back they count as interrupted, and that is what they are.
        }
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        worker.shutdownNow();
    }
}
