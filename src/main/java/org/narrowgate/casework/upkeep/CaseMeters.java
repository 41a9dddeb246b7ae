package org.narrowgate.casework.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToLongFunction;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.review.OpenCases;
import org.narrowgate.casework.review.OpenCases.Counts;

/** How many requests wait, and how many have waited too long, for whoever watches the metrics. */
@ApplicationScoped
class CaseMeters {
    private final OpenCases cases;
    private final Recorder recorder;

    CaseMeters(OpenCases cases, Recorder recorder) {
        this.cases = cases;
        this.recorder = recorder;
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        gauge(meters, "narrowgate.requests.open", "requests that wait for a decision", Counts::open);
        gauge(meters, "narrowgate.requests.overdue", "of these, past the day they were due", Counts::overdue);
        gauge(meters, "narrowgate.incidents.open", "reports of a wrong person not dealt with", Counts::incidents);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToLongFunction<Counts> count) {
        Gauge.builder(name, () -> read(count))
                .description(description)
                .strongReference(true)
                .register(meters);
    }

    private double read(ToLongFunction<Counts> count) {
        try {
            return count.applyAsLong(cases.counts(recorder.moment().today()));
        } catch (RuntimeException e) {
            // The database is away: unknown, which no alert may take for none.
            return Double.NaN;
        }
    }
}
