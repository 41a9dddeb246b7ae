package org.narrowgate.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stand-ins for values that must be recognised again but not read: HMAC-SHA-256 under a key that can be replaced.
 * What was made under an older key names that key.
 */
public final class Pseudonyms {
    private final String keyId;
    private final SecretKeySpec key;

    /** @param key at least 32 bytes */
    public Pseudonyms(String keyId, byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("a pseudonym key has at least 32 bytes");
        }
        this.keyId = keyId;
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Whether a pseudonym names this key as the one it was made under. */
    public boolean made(String pseudonym) {
        return pseudonym.startsWith(keyId + ":");
    }

    /** Whether a pseudonym is this value's, under this key. */
    public boolean recognises(String pseudonym, String value) {
        return MessageDigest.isEqual(
                of(value).getBytes(StandardCharsets.UTF_8), pseudonym.getBytes(StandardCharsets.UTF_8));
    }

    /** The key's id, a colon, and the HMAC in hex. */
    public String of(String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return keyId + ":" + HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
