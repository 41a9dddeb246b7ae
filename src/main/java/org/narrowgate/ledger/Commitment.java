package org.narrowgate.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * How an entry is committed to, for ever: each part hashed with its own salt, both hashed to the public entry, and
 * that to an RFC 6962 leaf. Whoever holds one part and its salt can show it; the other part stays closed.
 */
public final class Commitment {
    /** Bytes of a salt, and of every hash. */
    public static final int LENGTH = 32;

    private static final byte[] LEAF_PREFIX = {0};

    private Commitment() {}

    /** SHA-256(salt ‖ content), 32 bytes. */
    public static byte[] ofPart(byte[] salt, byte[] content) {
        if (salt.length != LENGTH) {
            throw new IllegalArgumentException("a salt has 32 bytes");
        }
        return sha256(salt, content);
    }

    /** The public entry: SHA-256(circumstances' commitment ‖ particulars' commitment), 32 bytes. */
    public static byte[] ofEntry(byte[] circumstancesHash, byte[] particularsHash) {
        return sha256(circumstancesHash, particularsHash);
    }

    /** RFC 6962 leaf hash: SHA-256(0x00 ‖ entry), 32 bytes. */
    public static byte[] leaf(byte[] entry) {
        return sha256(LEAF_PREFIX, entry);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
