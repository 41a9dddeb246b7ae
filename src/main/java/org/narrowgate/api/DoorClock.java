package org.narrowgate.api;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock the door reads dates by, where the application has no other. */
final class DoorClock {
    private DoorClock() {}

    @Produces
    @DefaultBean
    @ApplicationScoped
    static Clock clock() {
        return Clock.systemUTC();
    }
}
