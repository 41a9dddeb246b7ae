package org.narrowgate.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what comes to pass by itself. */
final class Moments {
    private Moments() {}

    /** How long it took. */
    static Duration await(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        var began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new IllegalStateException("waited " + patience.toSeconds() + " s in vain until " + what);
            }
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
