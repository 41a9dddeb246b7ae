package org.narrowgate.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Access tokens whose signature was verified a moment ago, so that a token sent with a hundred requests a second is not
 * verified a hundred times a second. INVARIANT: only what was verified is ever remembered, by the hash of the whole
 * token, and never past its expiry nor for longer than {@link #BELIEVED_FOR}: so much longer than without this is a
 * token believed whose key was withdrawn.
 *
 * @param <V> whom a token stands for
 */
public final class VerifiedTokens<V> {
    /** By a clock that nobody sets. */
    public static final Duration BELIEVED_FOR = Duration.ofSeconds(30);

    /** Each of a few agencies' clients holds one or two at a time. */
    static final int AT_MOST = 1_000;

    private final Cache<ByteBuffer, Verified<V>> tokens;
    private final Clock clock;

    public VerifiedTokens(Clock clock) {
        this(clock, Ticker.systemTicker());
    }

    VerifiedTokens(Clock clock, Ticker ticker) {
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(BELIEVED_FOR)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    private record Verified<V>(V holder, Instant expiry) {}

    /** Whom this token stands for, where it was verified a moment ago and has not expired. */
    public Optional<V> holder(String token) {
        var verified = tokens.getIfPresent(hash(token));
        return verified != null && clock.instant().isBefore(verified.expiry())
                ? Optional.of(verified.holder())
                : Optional.empty();
    }

    /** @param token just verified */
    public void remember(String token, V holder, Instant expiry) {
        tokens.put(hash(token), new Verified<>(holder, expiry));
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
