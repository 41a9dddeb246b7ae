package org.narrowgate.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What decides between the ways of hiding that would do. Were that always the cheapest way, whoever knows the method
 * could tell from what is hidden which tables would have been hidden otherwise, and be left with few or one. So it is
 * drawn by the ids of the month's requests: the log holds them, and whoever holds the log draws the same; of the others
 * nobody knows more than their own.
 */
final class Draw {
    private static final double WIDEST = 8;

    private final byte[] drawn;

    private Draw(byte[] drawn) {
        this.drawn = drawn;
    }

    static Draw ofNone() {
        return new Draw(new byte[32]);
    }

    /** With one request more, in whatever order they come. */
    Draw with(UUID request) {
        var with = sha256(request.toString());
        for (var i = 0; i < with.length; i++) {
            with[i] ^= drawn[i];
        }
        return new Draw(with);
    }

    /** By what a cost is multiplied: 1 to 8, as likely below as above the middle of the scale. */
    double factor(String name) {
        var digest = sha256(name, drawn);
        var share = ((digest[0] & 0xff) << 8 | (digest[1] & 0xff)) / 65_536.0;
        return Math.pow(WIDEST, share);
    }

    private static byte[] sha256(String text, byte... more) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(UTF_8));
            return digest.digest(more);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
