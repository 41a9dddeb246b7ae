package org.narrowgate.caller;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.ext.web.RoutingContext;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time at the console, from sign-in to sign-out. The browser holds the reference and nothing else; the
 * database holds only its hash, so that who reads the table can take over no session.
 */
public final class StaffSession {
    /** Whatever is done meanwhile, staff sign in again after this. */
    public static final Duration LONGEST = Duration.ofHours(8);
    /** A session that nobody used for so long is over. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    private static final String KEY = StaffSession.class.getName();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String reference;

    private StaffSession(String reference) {
        this.reference = reference;
    }

    /** A new one, with a reference that nobody can guess. */
    public static StaffSession begin() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new StaffSession(encoded(bytes));
    }

    /** What a cookie refers to; empty for what cannot be a reference of ours. */
    public static Optional<StaffSession> referredToBy(String cookie) {
        return FORM.matcher(cookie).matches() ? Optional.of(new StaffSession(cookie)) : Optional.empty();
    }

    /** The session this call came with, once it has been found to be alive. */
    public static Optional<StaffSession> of(RoutingContext call) {
        return Optional.ofNullable(call.get(KEY));
    }

    /** Makes this the session of a call. */
    public void holdFor(RoutingContext call) {
        call.put(KEY, this);
    }

    /** What the cookie holds. */
    public String reference() {
        return reference;
    }

    /** What the database knows the session by. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(reference.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What every form of this session, and of no other, sends along. */
    public String formToken() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(reference.getBytes(US_ASCII), "HmacSHA256"));
            return encoded(mac.doFinal("form".getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Whether a form was made for this session. */
    public boolean made(@Nullable String token) {
        return token != null
                && MessageDigest.isEqual(token.getBytes(US_ASCII), formToken().getBytes(US_ASCII));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
