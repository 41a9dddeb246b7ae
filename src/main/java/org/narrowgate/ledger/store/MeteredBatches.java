package org.narrowgate.ledger.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** How many appends share a commit, and how many fail, for whoever watches the metrics. */
public final class MeteredBatches implements BatchListener {
    private final DistributionSummary sizes;
    private final Counter failures;

    public MeteredBatches(MeterRegistry meters) {
        sizes = DistributionSummary.builder("narrowgate.log.batch")
                .description("appends in one commit")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128)
                .register(meters);
        failures = Counter.builder("narrowgate.log.append.failures")
                .description("appends that failed or are not known to be written")
                .register(meters);
    }

    @Override
    public void committed(int appends) {
        sizes.record(appends);
    }

    @Override
    public void failed(int appends) {
        failures.increment(appends);
    }
}
