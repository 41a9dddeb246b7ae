package org.narrowgate.ledger.publication;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has the log's integrator tick at each whole second of the database's clock, whether much or little has come. */
@ApplicationScoped
public class IntegrationService {
    private static final Logger LOG = Logger.getLogger(IntegrationService.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Optional<Integrator> integrator;
    private final Ticking ticking;
    private final Counter checkpoints;
    private final Counter refusals;
    private final CountDownLatch stopped = new CountDownLatch(1);
    // What was logged last: the same is not said again each second.
    private String said = "";

    /** Whether this process ticks by itself. */
    public enum Ticking {
        EACH_SECOND,
        /** Only when it is told to: in tests, and in commands that serve nobody. */
        ON_DEMAND
    }

    IntegrationService(Optional<Integrator> integrator, Ticking ticking, MeterRegistry meters) {
        this.integrator = integrator;
        this.ticking = ticking;
        this.checkpoints = Counter.builder("narrowgate.log.checkpoints")
                .description("checkpoints signed by this replica")
                .register(meters);
        this.refusals = Counter.builder("narrowgate.log.refusals")
                .description("ticks at which this replica refused to sign")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (ticking == Ticking.ON_DEMAND) {
            return;
        }
        if (integrator.isEmpty()) {
            LOG.warn("narrowgate.log.signing-keys names no key: no checkpoint is signed, and nobody can check the log");
            return;
        }
        Thread.ofPlatform().name("log-integrator").daemon().start(() -> tickUntilStopped(integrator.get()));
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.countDown();
        integrator.ifPresent(Integrator::close);
    }

    /** One tick at once; empty where this application has no key. */
    public Optional<Tick> tick() {
        var tick = integrator.map(Integrator::tick);
        tick.ifPresent(this::note);
        return tick;
    }

    // Never interrupted: that would close the file of the last checkpoint under the integrator's hands.
    private void tickUntilStopped(Integrator ticked) {
        try {
            while (!stopped.await(untilNextTick(ticked).toMillis(), TimeUnit.MILLISECONDS)) {
                tickWhateverComes();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Whatever fails in these two: a log that nobody integrates until a restart would be worse.
    private Duration untilNextTick(Integrator ticked) {
        try {
            return ticked.untilNextTick();
        } catch (RuntimeException | Error e) {
            failed(e);
            return AFTER_A_FAILURE;
        }
    }

    private void tickWhateverComes() {
        try {
            tick();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void failed(Throwable failure) {
        say("a tick of the log failed: " + failure.getClass().getSimpleName());
    }

    private void note(Tick tick) {
        switch (tick) {
            case Tick.Elsewhere _ -> say("");
            case Tick.NothingNew _ -> say("");
            case Tick.Signed _ -> {
                checkpoints.increment();
                say("");
            }
            case Tick.Refused(var reason) -> {
                refusals.increment();
                say("no checkpoint is signed: " + reason);
            }
            case Tick.Interrupted(var state) -> say("the tree is put off: the database did not answer, " + state);
        }
    }

    private synchronized void say(String what) {
        if (said.equals(what)) {
            return;
        }
        if (what.isEmpty()) {
            LOG.info("the log's checkpoints go on");
        } else {
            LOG.error(what);
        }
        said = what;
    }
}
