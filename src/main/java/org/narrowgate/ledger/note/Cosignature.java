package org.narrowgate.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A witness's signature with the time it was made (C2SP tlog-cosignature, cosignature/v1). */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Cosignature(long seconds, byte[] ed25519) {
    private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE_LENGTH;
    // A year beyond any that is written down; an Instant could not hold much more.
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    static Optional<Cosignature> of(NoteSignature signature) {
        var bytes = signature.signature();
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(bytes).getLong();
        return seconds < 0 || seconds > LATEST
                ? Optional.empty()
                : Optional.of(new Cosignature(seconds, Arrays.copyOfRange(bytes, Long.BYTES, LENGTH)));
    }

    static Cosignature make(byte[] seed, String text, Instant at) {
        long seconds = at.getEpochSecond();
        return new Cosignature(seconds, Ed25519.sign(seed, message(seconds, text)));
    }

    boolean verifies(byte[] publicKey, String text) {
        return Ed25519.verifies(publicKey, message(seconds, text), ed25519);
    }

    Instant at() {
        return Instant.ofEpochSecond(seconds);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(seconds).put(ed25519).array();
    }

    private static byte[] message(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
    }
}
