package org.narrowgate.ledger.note;

import java.time.Instant;

/** A witness's private key: it cosigns checkpoints of logs that the witness has verified. */
public final class WitnessKey {
    private final VerifyingKey verifyingKey;
    private final byte[] seed;

    private WitnessKey(String name, byte[] seed) {
        this.verifyingKey = VerifyingKey.of(name, KeyUse.COSIGNATURES, seed);
        this.seed = seed;
    }

    public static WitnessKey generate(String name) {
        return new WitnessKey(name, Ed25519.newSeed());
    }

    /** Reads {@code PRIVATE+KEY+name+id+base64}; white space around it does not count. */
    public static WitnessKey parse(String text) {
        var read = PrivateKeyText.parse(text, KeyUse.COSIGNATURES);
        return new WitnessKey(read.name(), read.seed());
    }

    /** {@code PRIVATE+KEY+name+id+base64}: whoever has it signs as this key. */
    public String secretText() {
        return PrivateKeyText.of(verifyingKey, seed);
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** Says of a checkpoint's text that at this time it was the largest this witness had seen of its log. */
    public NoteSignature cosign(String text, Instant at) {
        return NoteSignature.of(verifyingKey, Cosignature.make(seed, text, at).bytes());
    }

    /** Its public half only: a key that is logged by mistake stays secret. */
    @Override
    public String toString() {
        return verifyingKey.text();
    }
}
