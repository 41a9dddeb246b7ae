package org.narrowgate.rights.record;

import java.time.Instant;
import java.util.Optional;

/** Whether an entry shows to the person it names only later. */
@FunctionalInterface
interface Delay {
    /** From when on it shows; empty where it was never delayed. */
    Optional<Instant> until(Said entry);
}
