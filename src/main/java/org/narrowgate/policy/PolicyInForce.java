package org.narrowgate.policy;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The policy in force, kept in memory. It may be superseded at any moment; the log's append finds out and has
 * {@link #refresh} called, so a stale version decides nothing for good.
 */
public final class PolicyInForce {
    private final PolicyVersions versions;
    private final Clock clock;
    private volatile @Nullable PolicyVersion cached;

    public PolicyInForce(PolicyVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * The version kept in memory; read where there is none yet.
     *
     * @throws IllegalStateException while no policy is in force
     */
    public PolicyVersion current() {
        var known = cached;
        return known != null ? known : refresh();
    }

    /**
     * Asks for the number in force, and reads its document only where that changed.
     *
     * @throws IllegalStateException while no policy is in force, or where it is not what was published
     */
    public synchronized PolicyVersion refresh() {
        var known = cached;
        int number = versions.numberInForce(clock.instant()).orElseThrow(PolicyInForce::nothingInForce);
        if (known != null && known.number() == number) {
            return known;
        }
        // A version that cannot be read must not leave the one it superseded deciding.
        cached = null;
        var read = versions.version(number).orElseThrow(PolicyInForce::nothingInForce);
        cached = read;
        return read;
    }

    private static IllegalStateException nothingInForce() {
        return new IllegalStateException("no policy is in force");
    }
}
