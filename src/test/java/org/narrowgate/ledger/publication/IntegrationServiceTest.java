package org.narrowgate.ledger.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.narrowgate.ledger.publication.IntegrationService.Ticking;

class IntegrationServiceTest {
    /** Fails once to say when the next tick is due, and once to tick. */
    private static final class FailingTwice implements Integrator {
        private final AtomicInteger waits = new AtomicInteger();
        private final AtomicInteger ticks = new AtomicInteger();
        private final CountDownLatch ticked = new CountDownLatch(1);

        @Override
        public Duration untilNextTick() {
            if (waits.getAndIncrement() == 0) {
                throw new IllegalStateException("no second is known");
            }
            return Duration.ofMillis(1);
        }

        @Override
        public Tick tick() {
            if (ticks.getAndIncrement() == 0) {
                throw new IllegalStateException("no tick");
            }
            ticked.countDown();
            return new Tick.NothingNew(0);
        }

        @Override
        public boolean isElected() {
            return true;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    @Test
    void ticksOnAfterWhateverFailed() throws InterruptedException {
        // Given
        var integrator = new FailingTwice();
        var service = new IntegrationService(Optional.of(integrator), Ticking.EACH_SECOND, new SimpleMeterRegistry());
        // When
        service.start(new StartupEvent());
        // Then
        assertThat(integrator.ticked.await(30, TimeUnit.SECONDS)).isTrue();
        service.stop(new ShutdownEvent());
    }
}
