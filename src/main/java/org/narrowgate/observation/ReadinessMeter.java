package org.narrowgate.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Whether this replica would answer, for whoever watches the metrics: a probe's verdict is forgotten, a series stays. */
@ApplicationScoped
class ReadinessMeter {
    private final Lately<Boolean> ready;

    ReadinessMeter(SmallRyeHealthReporter health) {
        ready = new Lately<>(() -> !health.getReadiness().isDown(), Duration.ofSeconds(5));
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        Gauge.builder("narrowgate.ready", () -> ready.get().orElse(false) ? 1 : 0)
                .description("1 where this replica is ready, 0 where it is not")
                .strongReference(true)
                .register(meters);
    }
}
