package org.narrowgate.ledger.publication;

import java.time.Duration;

/** Integrates entries into the tree and signs checkpoints, where it is the one replica of all that does. */
public interface Integrator extends AutoCloseable {
    /** Does what one tick has time for, or finds that another replica does. */
    Tick tick();

    /** How long until the next whole second of the database's clock; a second where that is not to be known. */
    Duration untilNextTick();

    /** Whether this is the replica that integrates. */
    boolean isElected();

    /** Makes way for another replica at once. */
    @Override
    void close();
}
