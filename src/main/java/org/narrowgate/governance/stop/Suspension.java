package org.narrowgate.governance.stop;

import static java.util.Objects.requireNonNull;

/** What somebody who stops something is told. */
public sealed interface Suspension {
    Stop stop();

    /** Stopped with this: whoever asks from now on is refused. */
    record Now(Stop stop) implements Suspension {
        public Now {
            requireNonNull(stop);
        }
    }

    /** Stopped before by this, and nothing was written. */
    record Before(Stop stop) implements Suspension {
        public Before {
            requireNonNull(stop);
        }
    }
}
