package org.narrowgate.observation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A reading that costs the database something, taken at most once in a while, however many gauges are scraped however
 * often. A reading that failed is kept as long: what does not answer is not asked again by each gauge.
 */
public final class Lately<T> {
    private final Supplier<T> reading;
    private final long nanos;
    private final LongSupplier time;
    private Optional<T> taken = Optional.empty();
    private long takenAt;
    private boolean never = true;

    public Lately(Supplier<T> reading, Duration fresh) {
        this(reading, fresh, System::nanoTime);
    }

    Lately(Supplier<T> reading, Duration fresh, LongSupplier time) {
        this.reading = reading;
        this.nanos = fresh.toNanos();
        this.time = time;
    }

    /** Empty where it could not be had. */
    public synchronized Optional<T> get() {
        if (never || time.getAsLong() - takenAt >= nanos) {
            taken = read();
            takenAt = time.getAsLong();
            never = false;
        }
        return taken;
    }

    private Optional<T> read() {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException e) {
            // The database is away: unknown, which no alert may take for none.
            return Optional.empty();
        }
    }
}
