package org.narrowgate.policy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The policy in force under what is stopped, kept in memory and looked at anew once a second at most. It may be
 * superseded at any moment; the log's append finds out and has {@link #refresh} called, so that nothing stale decides
 * for good.
 */
public final class PolicyInForce {
    private static final long LOOKED_AT_ANEW_AFTER = TimeUnit.SECONDS.toNanos(1);

    private final PolicyVersions versions;
    private final LongSupplier nanoseconds;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile long lookedAt;

    private record Known(PolicyVersions.Published published, Announcements announcements, PolicyVersion current) {}

    /** @param nanoseconds of a clock that never goes back, counted from anywhere */
    public PolicyInForce(PolicyVersions versions, LongSupplier nanoseconds) {
        this.versions = versions;
        this.nanoseconds = nanoseconds;
    }

    /**
     * The version that decides, as it was known a second ago or later.
     *
     * @throws IllegalStateException while no policy is in force
     */
    public PolicyVersion current() {
        return known().current();
    }

    /**
     * What is in force and what is announced, as they were known a second ago or later.
     *
     * @throws IllegalStateException while no policy is in force
     */
    public Announcements announcements() {
        return known().announcements();
    }

    /**
     * Asks for what is in force now, and reads documents only where that changed.
     *
     * @throws IllegalStateException while no policy is in force, or where it is not what was published
     */
    public PolicyVersion refresh() {
        return lookAnew().current();
    }

    private Known lookAnew() {
        looking.lock();
        try {
            return look();
        } finally {
            looking.unlock();
        }
    }

    private Known known() {
        var held = known;
        if (held == null) {
            return lookAnew();
        }
        // One looks; the others go on with what they have, and the log objects where that no longer holds.
        if (nanoseconds.getAsLong() - lookedAt < LOOKED_AT_ANEW_AFTER || !looking.tryLock()) {
            return held;
        }
        try {
            return look();
        } finally {
            looking.unlock();
        }
    }

    private Known look() {
        var held = known;
        // Before asking: what is found is at least as new as this.
        var now = nanoseconds.getAsLong();
        var published = versions.published().orElseThrow(PolicyInForce::nothingInForce);
        if (held == null || !held.published().equals(published)) {
            // What cannot be read must not leave what it superseded deciding.
            known = null;
            held = read(published);
            known = held;
        }
        lookedAt = now;
        return held;
    }

    private Known read(PolicyVersions.Published published) {
        var stops = versions.stops();
        var current = versions.version(published.mark().version())
                .orElseThrow(PolicyInForce::nothingInForce)
                .under(stops);
        var toCome =
                versions.toCome().stream().map(version -> version.under(stops)).toList();
        return new Known(published, Announcements.of(current, toCome), current);
    }

    private static IllegalStateException nothingInForce() {
        return new IllegalStateException("no policy is in force");
    }
}
