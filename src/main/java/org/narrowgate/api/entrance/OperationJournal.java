package org.narrowgate.api.entrance;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.observation.LogKey;
import org.narrowgate.observation.Part;
import org.narrowgate.observation.Watch;

/**
 * Keeps of each operation how long it took and one line of the log: what it was and what it came to, whose it was, and
 * nothing of what it said.
 */
@ApplicationScoped
class OperationJournal {
    // A name of its own, so that these lines can be turned off without any other.
    private static final Logger LOG = Logger.getLogger("org.narrowgate.operation");
    private static final String NOT_YET_KNOWN = "none";

    private final Watch watch;
    private final MeterRegistry meters;

    OperationJournal(Watch watch, MeterRegistry meters) {
        this.watch = watch;
        this.meters = meters;
    }

    /** Once it is known whose the call is. */
    Underway open(RoutingContext call) {
        long since = Correlation.arrival(call);
        Correlation.loggable(call.request()).ifPresent(LogKey.CORRELATION::put);
        var operation = watch.begin(Part.OPERATION, since);
        watch.begin(Part.CALLER, since).close();
        return new Underway(operation, since);
    }

    /** What failed before anybody could tell which operation it is. */
    void turnedAway(ErrorCode code) {
        count(NOT_YET_KNOWN, code);
    }

    private void count(String operation, ErrorCode code) {
        meters.counter("narrowgate.errors", "operation", operation, "code", code.name())
                .increment();
    }

    /** An operation whose answer is being made. */
    final class Underway implements AutoCloseable {
        private final Watch.Running running;
        private final long since;

        private Underway(Watch.Running running, long since) {
            this.running = running;
            this.since = since;
        }

        /** @param error the code of its first error */
        void answered(Optional<ErrorCode> error) {
            var operation = Objects.requireNonNullElse(LogKey.OPERATION.value(), NOT_YET_KNOWN);
            running.as(operation);
            error.ifPresent(code -> count(operation, code));
            error.map(ErrorCode::name).ifPresent(LogKey.OUTCOME::put);
            var outcome = Objects.requireNonNullElse(LogKey.OUTCOME.value(), "ANSWERED");
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
            LogKey.OUTCOME.put(outcome);
            LogKey.MILLISECONDS.put(String.valueOf(milliseconds));
            LOG.infof("%s: %s after %d ms", operation, outcome, milliseconds);
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
