package org.narrowgate.ledger.publication;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.narrowgate.observation.Lately;

/** How far the tree has come, and how much is not in it yet, for whoever watches the metrics. */
@ApplicationScoped
class LogMeters {
    private final Lately<LogStanding> standing;
    private final Lately<Long> left;

    LogMeters(LogStandings standings, LogSpace space) {
        this.standing = new Lately<>(standings::now, Duration.ofSeconds(2));
        this.left = new Lately<>(space::entriesLeft, Duration.ofSeconds(2));
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        gauge(meters, "narrowgate.log.size", "entries that the last checkpoint covers", LogStanding::size);
        gauge(meters, "narrowgate.log.lag", "entries that no checkpoint covers yet", LogStanding::waiting);
        gauge(
                meters,
                "narrowgate.log.lag.seconds",
                "how long the oldest of them has waited",
                standing -> standing.waited().toMillis() / 1000.0);
        gauge(
                meters,
                "narrowgate.log.entries.left",
                "entries that the log's partitions still take; with none left nothing is released",
                left,
                Long::doubleValue);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<LogStanding> reading) {
        gauge(meters, name, description, standing, reading);
    }

    private static <T> void gauge(
            MeterRegistry meters, String name, String description, Lately<T> of, ToDoubleFunction<T> reading) {
        Gauge.builder(
                        name,
                        () -> of.get().map(now -> reading.applyAsDouble(now)).orElse(Double.NaN))
                .description(description)
                .strongReference(true)
                .register(meters);
    }
}
