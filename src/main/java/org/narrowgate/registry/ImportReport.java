package org.narrowgate.registry;

import java.time.Duration;
import org.narrowgate.registry.PopulationSink.Tally;

/**
 * What an import comes to. Every line read is one of added, updated, unchanged, repeated and rejected.
 *
 * @param repeated lines whose record a later line of the file replaced
 */
public record ImportReport(long read, Tally written, long repeated, long rejected, Duration took) {
    public double linesPerSecond() {
        return read * 1e9 / Math.max(1, took.toNanos());
    }
}
