package org.narrowgate.casework.upkeep;

/** Sees to it that of all replicas one does the work. */
public interface OneReplica {
    /** Runs the work unless another replica is at it; one that dies frees the place. */
    void run(Runnable work);
}
