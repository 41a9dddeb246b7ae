package org.narrowgate.governance.stop;

import java.util.List;
import java.util.Optional;

/** What was stopped, proposed and started again. Stops and resumptions are written with a log entry, elsewhere. */
public interface StopEvents {
    /** All there ever were, newest first. */
    List<Stoppage> all();

    /** The stop of this number, with what came of it. */
    Optional<Stoppage> stop(long number);

    /** Keeps a proposal to end the stop of this number; the first that somebody makes is kept, and no other. */
    void propose(long stop, Proposal proposal);
}
