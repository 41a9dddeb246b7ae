package org.narrowgate.casework.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.review.OpenCases;
import org.narrowgate.casework.review.OpenCases.Counts;
import org.narrowgate.observation.Lately;

/** How many requests wait, and how many have waited too long, for whoever watches the metrics. */
@ApplicationScoped
class CaseMeters {
    private final Lately<Counts> counts;

    CaseMeters(OpenCases cases, Recorder recorder) {
        this.counts = new Lately<>(() -> cases.counts(recorder.moment().today()), Duration.ofSeconds(10));
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        gauge(meters, "narrowgate.requests.open", "requests that wait for a decision", Counts::open);
        gauge(meters, "narrowgate.requests.overdue", "of these, past the day they were due", Counts::overdue);
        gauge(meters, "narrowgate.incidents.open", "reports of a wrong person not dealt with", Counts::incidents);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToLongFunction<Counts> count) {
        Gauge.builder(
                        name,
                        () -> counts.get()
                                .map(now -> (double) count.applyAsLong(now))
                                .orElse(Double.NaN))
                .description(description)
                .strongReference(true)
                .register(meters);
    }
}
