package org.narrowgate.ledger.publication;

import static java.util.Objects.requireNonNull;

/** What one tick of an integrator came to. */
public sealed interface Tick {
    /** Another replica integrates. */
    record Elsewhere() implements Tick {}

    /** No entry came since the last checkpoint. */
    record NothingNew(long size) implements Tick {}

    record Signed(PublishedCheckpoint checkpoint) implements Tick {
        public Signed {
            requireNonNull(checkpoint);
        }
    }

    /** Nothing is signed, and why: a sentence that stays the same for as long as the case does. */
    record Refused(String reason) implements Tick {
        public Refused {
            requireNonNull(reason);
        }
    }

    /** The database did not answer; any replica may be the next to integrate. */
    record Interrupted(String state) implements Tick {
        public Interrupted {
            requireNonNull(state);
        }
    }
}
