package org.narrowgate.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LatelyTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceHoweverOftenItIsReadWithinTheTime() {
        // Given
        var lately = new Lately<>(asked::incrementAndGet, Duration.ofNanos(10), now::get);
        // When
        lately.get();
        now.set(9);
        var before = lately.get();
        now.set(10);
        var after = lately.get();
        // Then
        assertThat(before).contains(1);
        assertThat(after).contains(2);
    }

    @Test
    void keepsAFailureAsLongAsAnAnswer() {
        // Given
        var lately = new Lately<Integer>(
                () -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("the database is away");
                },
                Duration.ofNanos(10),
                now::get);
        // When
        var first = lately.get();
        var second = lately.get();
        // Then
        assertThat(first).isEmpty();
        assertThat(second).isEmpty();
        assertThat(asked).hasValue(1);
    }
}
