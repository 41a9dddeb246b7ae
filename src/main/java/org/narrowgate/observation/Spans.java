package org.narrowgate.observation;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The traces of calls. INVARIANT: a span says which part it is of, when it began and ended, and which of a fixed set of
 * kinds it was; nothing else is ever put there, and no trace that a caller began is continued.
 */
public sealed interface Spans {
    /** Null where traces go nowhere. */
    @Nullable
    Open begin(Part part, long since);

    /** A span under way. */
    record Open(Span span, Scope scope) {
        private static final AttributeKey<String> KIND = AttributeKey.stringKey("narrowgate.operation");

        void end(String kind) {
            if (!kind.equals(MeteredWatch.NO_KIND)) {
                span.setAttribute(KIND, kind);
            }
            scope.close();
            span.end();
        }
    }

    /** No trace is exported, so none is made. */
    enum Nowhere implements Spans {
        NOWHERE;

        @Override
        public @Nullable Open begin(Part part, long since) {
            return null;
        }
    }

    /** To wherever the exporter sends them. */
    final class Exported implements Spans {
        private final Tracer tracer;

        public Exported(OpenTelemetry telemetry) {
            tracer = telemetry.getTracer("org.narrowgate");
        }

        @Override
        @SuppressWarnings("MustBeClosedChecker") // closed by Open.end, when the part is over
        public Open begin(Part part, long since) {
            var builder = tracer.spanBuilder(part.word());
            if (part == Part.OPERATION) {
                builder.setNoParent().setSpanKind(SpanKind.SERVER);
            }
            var elapsed = Duration.ofNanos(System.nanoTime() - since);
            var span = builder.setStartTimestamp(Instant.now().minus(elapsed)).startSpan();
            return new Open(span, Context.current().with(span).makeCurrent());
        }
    }
}
