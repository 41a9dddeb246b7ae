package org.narrowgate.ledger.publication;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** How far the tree has come, and how much is not in it yet, for whoever watches the metrics. */
@ApplicationScoped
class LogMeters {
    private final LogStandings standings;
    private final LogSpace space;

    LogMeters(LogStandings standings, LogSpace space) {
        this.standings = standings;
        this.space = space;
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
                space::entriesLeft);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<LogStanding> reading) {
        gauge(meters, name, description, () -> reading.applyAsDouble(standings.now()));
    }

    private static void gauge(MeterRegistry meters, String name, String description, DoubleSupplier reading) {
        Gauge.builder(name, () -> read(reading))
                .description(description)
                .strongReference(true)
                .register(meters);
    }

    private static double read(DoubleSupplier reading) {
        try {
            return reading.getAsDouble();
        } catch (RuntimeException e) {
            // The database is away: unknown, which no alert may take for none.
            return Double.NaN;
        }
    }
}
