package org.narrowgate.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of a log's or a witness's key, written {@code name+id+base64} ("vkey").
 *
 * @param base64 the 32 bytes of the Ed25519 public key
 */
public record VerifyingKey(String name, KeyUse use, String base64) {
    public VerifyingKey {
        KeyName.checked(name);
        requireNonNull(use);
        if (StrictBase64.decode(base64, "a public key").length != Ed25519.KEY_LENGTH) {
            throw new MalformedNoteException("a public key has 32 bytes");
        }
    }

    static VerifyingKey of(String name, KeyUse use, byte[] seed) {
        return new VerifyingKey(name, use, StrictBase64.encode(Ed25519.publicKey(seed)));
    }

    /** Reads {@code name+id+base64}; the id must be the key's own. */
    public static VerifyingKey parse(String text) {
        var parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedNoteException("a public key is written name+id+base64");
        }
        var bytes = StrictBase64.decode(parts[2], "a public key");
        if (bytes.length != 1 + Ed25519.KEY_LENGTH) {
            throw new MalformedNoteException("a public key has a type and 32 bytes");
        }
        var key = new VerifyingKey(
                parts[0], KeyUse.of(bytes[0]), StrictBase64.encode(Arrays.copyOfRange(bytes, 1, bytes.length)));
        if (!hex(key.id()).equals(parts[1])) {
            throw new MalformedNoteException("a public key's id is not the one it has");
        }
        return key;
    }

    /** {@code name+id+base64}. */
    public String text() {
        var typed = ByteBuffer.allocate(1 + Ed25519.KEY_LENGTH)
                .put(use.type())
                .put(bytes())
                .array();
        return name + "+" + hex(id()) + "+" + StrictBase64.encode(typed);
    }

    /** The first four bytes of SHA-256(name, line end, type, public key). */
    public int id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(UTF_8));
            digest.update(use.type());
            return ByteBuffer.wrap(digest.digest(bytes())).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether a signature claims to be by this key. */
    public boolean isMeantBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id();
    }

    /** Whether this key made that signature for this text. */
    public boolean verifies(String text, NoteSignature signature) {
        return isMeantBy(signature)
                && switch (use) {
                    case NOTES -> Ed25519.verifies(bytes(), text.getBytes(UTF_8), signature.signature());
                    case COSIGNATURES ->
                        Cosignature.of(signature)
                                .filter(cosignature -> cosignature.verifies(bytes(), text))
                                .isPresent();
                };
    }

    /** When this witness's key cosigned this text; empty where it did not. */
    public Optional<Instant> cosignedAt(String text, NoteSignature signature) {
        return use == KeyUse.COSIGNATURES && verifies(text, signature)
                ? Cosignature.of(signature).map(Cosignature::at)
                : Optional.empty();
    }

    private byte[] bytes() {
        return StrictBase64.decode(base64, "a public key");
    }

    static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }
}
