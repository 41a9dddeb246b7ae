package org.narrowgate.registry.store;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;
import org.narrowgate.registry.ReplicaStanding;

/** How far the registry's replica lags and how much is read there, for whoever watches the metrics; none without one. */
@ApplicationScoped
class ReplicaMeters {
    private final RegistryReplica replica;

    ReplicaMeters(RegistryReplica replica) {
        this.replica = replica;
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        if (replica.standing() instanceof ReplicaStanding.None) {
            return;
        }
        Gauge.builder("narrowgate.registry.replica.lag.seconds", this::lag)
                .description("how old the values at the registry's replica may be")
                .strongReference(true)
                .register(meters);
        counter(meters, "replica", RegistryReplica::reads);
        counter(meters, "primary", RegistryReplica::readsElsewhere);
    }

    private void counter(MeterRegistry meters, String from, ToDoubleFunction<RegistryReplica> reads) {
        FunctionCounter.builder("narrowgate.registry.reads", replica, reads)
                .description("reads of a person's values, by where they came from")
                .tag("from", from)
                .register(meters);
    }

    private double lag() {
        return switch (replica.standing()) {
            case ReplicaStanding.InUse(var lag) -> lag.toMillis() / 1000.0;
            case ReplicaStanding.Behind(var lag) -> lag.toMillis() / 1000.0;
            // Unknown, which no alert may take for none.
            case ReplicaStanding.None(), ReplicaStanding.Unknown() -> Double.NaN;
        };
    }
}
