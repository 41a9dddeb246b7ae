package org.narrowgate.caller;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What a browser holds of a session: random, and told to nobody else. The database holds only its hash. */
record SessionReference(String value) {
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** A new one that nobody can guess. */
    static SessionReference fresh() {
        var bytes = new byte[BYTES];
        // Made here and not once: what a class makes for itself, a native executable would bring from the build.
        new SecureRandom().nextBytes(bytes);
        return new SessionReference(encoded(bytes));
    }

    /** What a cookie holds; empty for what cannot be a reference of ours. */
    static Optional<SessionReference> in(String cookie) {
        return FORM.matcher(cookie).matches() ? Optional.of(new SessionReference(cookie)) : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A stand-in for the reference that serves one use and tells nothing of it or of the stand-ins for others. */
    String derivedFor(String use) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value.getBytes(US_ASCII), "HmacSHA256"));
            return encoded(mac.doFinal(use.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Whether this is what was derived for a use. */
    boolean derived(String use, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(US_ASCII), derivedFor(use).getBytes(US_ASCII));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SessionReference[masked]";
    }
}
