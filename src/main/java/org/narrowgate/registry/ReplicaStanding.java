package org.narrowgate.registry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How a replica of the registry fares. Where it is not in use, values come from the primary and nothing fails. */
public sealed interface ReplicaStanding {
    /** No replica is set. */
    record None() implements ReplicaStanding {}

    /** @param lag how old what it holds may be */
    record InUse(Duration lag) implements ReplicaStanding {
        public InUse {
            requireNonNull(lag);
        }
    }

    /** @param lag more than is allowed */
    record Behind(Duration lag) implements ReplicaStanding {
        public Behind {
            requireNonNull(lag);
        }
    }

    /** It, or the primary that it is compared with, does not answer, or it is no replica of that primary. */
    record Unknown() implements ReplicaStanding {}
}
