package org.narrowgate.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Takes times as histograms, and where traces are exported as spans too. */
public final class MeteredWatch implements Watch {
    /** Names the kind of what ended before it came to one. */
    static final String NO_KIND = "none";

    private static final Duration[] BOUNDS = LongStream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Spans spans;
    private final Map<Part, Timer> timers = new EnumMap<>(Part.class);
    private final Map<String, Timer> operations = new ConcurrentHashMap<>();

    public MeteredWatch(MeterRegistry meters, Spans spans) {
        this.meters = meters;
        this.spans = spans;
        for (var part : Part.values()) {
            if (part != Part.OPERATION) {
                timers.put(part, timer(part).register(meters));
            }
        }
    }

    @Override
    public Running begin(Part part) {
        return begin(part, System.nanoTime());
    }

    @Override
    public Running begin(Part part, long since) {
        return new Timed(part, since, spans.begin(part, since));
    }

    private Timer of(Part part, String kind) {
        var timer = timers.get(part);
        return timer == null ? operations.computeIfAbsent(kind, this::operation) : timer;
    }

    private Timer operation(String kind) {
        return timer(Part.OPERATION).tag("operation", kind).register(meters);
    }

    private static Timer.Builder timer(Part part) {
        return Timer.builder("narrowgate." + part.word())
                .description(part.meaning())
                .serviceLevelObjectives(BOUNDS);
    }

    private final class Timed implements Running {
        private final Part part;
        private final long since;
        private final Spans.@Nullable Open span;
        private String kind = NO_KIND;

        Timed(Part part, long since, Spans.@Nullable Open span) {
            this.part = part;
            this.since = since;
            this.span = span;
        }

        @Override
        public void as(String known) {
            kind = known;
        }

        @Override
        public void close() {
            of(part, kind).record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
            if (span != null) {
                span.end(kind);
            }
        }
    }
}
