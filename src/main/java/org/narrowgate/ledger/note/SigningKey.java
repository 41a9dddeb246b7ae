package org.narrowgate.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A log's private key: it signs checkpoints. */
public final class SigningKey {
    private final VerifyingKey verifyingKey;
    private final byte[] seed;

    private SigningKey(String name, byte[] seed) {
        this.verifyingKey = VerifyingKey.of(name, KeyUse.NOTES, seed);
        this.seed = seed;
    }

    public static SigningKey generate(String name) {
        return new SigningKey(name, Ed25519.newSeed());
    }

    /** Reads {@code PRIVATE+KEY+name+id+base64}; white space around it does not count. */
    public static SigningKey parse(String text) {
        var read = PrivateKeyText.parse(text, KeyUse.NOTES);
        return new SigningKey(read.name(), read.seed());
    }

    /** {@code PRIVATE+KEY+name+id+base64}: whoever has it signs as this key. */
    public String secretText() {
        return PrivateKeyText.of(verifyingKey, seed);
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** Signs a text, which ends with a line end. */
    public NoteSignature sign(String text) {
        return NoteSignature.of(verifyingKey, Ed25519.sign(seed, text.getBytes(UTF_8)));
    }

    /** Its public half only: a key that is logged by mistake stays secret. */
    @Override
    public String toString() {
        return verifyingKey.text();
    }
}
