package org.narrowgate.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));

    private final AtomicLong nanoseconds = new AtomicLong();
    private final SettableClock clock = new SettableClock();
    private final VerifiedTokens<String> tokens = new VerifiedTokens<>(clock, nanoseconds::get);

    @Test
    void knowsWhomATokenStandsForThatWasVerified() {
        // Given
        tokens.remember("one", "counter-fraud", LATER);
        tokens.remember("two", "coroner", LATER);
        // When, then
        assertThat(tokens.holder("one")).contains("counter-fraud");
        assertThat(tokens.holder("two")).contains("coroner");
    }

    @Test
    void knowsNobodyByATokenThatDiffersInAnything() {
        // Given
        tokens.remember("header.claims.signature", "counter-fraud", LATER);
        // When, then
        assertThat(tokens.holder("header.claims.forged")).isEmpty();
        assertThat(tokens.holder("header.claims.signature ")).isEmpty();
    }

    @Test
    void believesNoTokenFromItsExpiryOn() {
        // Given
        tokens.remember("one", "counter-fraud", NOON.plusSeconds(3));
        // When
        clock.now = NOON.plusMillis(2_999);
        var before = tokens.holder("one");
        clock.now = NOON.plusSeconds(3);
        var then = tokens.holder("one");
        // Then
        assertThat(before).contains("counter-fraud");
        assertThat(then).isEmpty();
    }

    @Test
    void hasATokenVerifiedAgainInTimeSoThatAWithdrawnKeyEndsIt() {
        // Given
        tokens.remember("one", "counter-fraud", LATER);
        // When
        nanoseconds.addAndGet(VerifiedTokens.BELIEVED_FOR.toNanos() - 1);
        var before = tokens.holder("one");
        nanoseconds.incrementAndGet();
        var then = tokens.holder("one");
        // Then
        assertThat(before).contains("counter-fraud");
        assertThat(then).isEmpty();
    }

    @Test
    void believesNoTokenForLongerBecauseItIsUsedOrTheClockIsSetBack() {
        // Given
        tokens.remember("one", "counter-fraud", LATER);
        clock.now = NOON.minus(Duration.ofDays(1));
        // When
        for (int second = 0; second < VerifiedTokens.BELIEVED_FOR.toSeconds(); second++) {
            tokens.holder("one");
            nanoseconds.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        // Then
        assertThat(tokens.holder("one")).isEmpty();
    }

    @Test
    void remembersNoMoreThanSoMany() {
        // When
        for (int i = 0; i < 3 * VerifiedTokens.AT_MOST; i++) {
            tokens.remember("token " + i, "counter-fraud", LATER);
        }
        // Then
        long known = 0;
        for (int i = 0; i < 3 * VerifiedTokens.AT_MOST; i++) {
            known += tokens.holder("token " + i).stream().count();
        }
        assertThat(known).isBetween(1L, (long) VerifiedTokens.AT_MOST);
    }

    private static final class SettableClock extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
