package org.narrowgate.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeteredWatchTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Kept exporter = new Kept();

    @Test
    void takesTheTimeOfAPartFromWhenItBegan() {
        // Given
        var watch = new MeteredWatch(meters, Spans.Nowhere.NOWHERE);
        // When
        watch.begin(Part.APPEND, System.nanoTime() - TimeUnit.SECONDS.toNanos(3))
                .close();
        // Then
        var timer = meters.get("narrowgate.append").timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.SECONDS)).isBetween(3.0, 30.0);
    }

    @Test
    void countsAnOperationUnderItsKindAndOneThatCameToNoneUnderNone() {
        // Given
        var watch = new MeteredWatch(meters, Spans.Nowhere.NOWHERE);
        // When
        try (var running = watch.begin(Part.OPERATION)) {
            running.as("requestTrace");
        }
        watch.begin(Part.OPERATION).close();
        // Then
        assertThat(meters.get("narrowgate.operation").timers())
                .extracting(timer -> timer.getId().getTag("operation"), timer -> timer.count())
                .containsExactlyInAnyOrder(tuple("requestTrace", 1L), tuple("none", 1L));
    }

    @Test
    void tracesPartsWithinTheirOperationAndTellsNothingButTheirNames() {
        // Given
        var watch = new MeteredWatch(meters, new Spans.Exported(telemetry()));
        // When
        try (var running = watch.begin(Part.OPERATION)) {
            running.as("requestTrace");
            watch.begin(Part.SEARCH).close();
        }
        // Then
        var search = exporter.spans.getFirst();
        var operation = exporter.spans.getLast();
        assertThat(search.getName()).isEqualTo("search");
        assertThat(search.getParentSpanContext()).isEqualTo(operation.getSpanContext());
        assertThat(search.getAttributes().isEmpty()).isTrue();
        assertThat(operation.getName()).isEqualTo("operation");
        assertThat(operation.getParentSpanContext()).isEqualTo(SpanContext.getInvalid());
        assertThat(Map.copyOf(operation.getAttributes().asMap()))
                .isEqualTo(Map.of(AttributeKey.stringKey("narrowgate.operation"), "requestTrace"));
    }

    private OpenTelemetrySdk telemetry() {
        var tracers = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        return OpenTelemetrySdk.builder().setTracerProvider(tracers).build();
    }

    private static final class Kept implements SpanExporter {
        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> exported) {
            spans.addAll(exported);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
