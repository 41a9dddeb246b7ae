package org.narrowgate.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The written form of a private key: {@code PRIVATE+KEY+name+id+base64}. */
final class PrivateKeyText {
    private static final String PREFIX = "PRIVATE+KEY+";

    private PrivateKeyText() {}

    static String of(VerifyingKey key, byte[] seed) {
        var typed = ByteBuffer.allocate(1 + seed.length)
                .put(key.use().type())
                .put(seed)
                .array();
        return PREFIX + key.name() + "+" + VerifyingKey.hex(key.id()) + "+" + StrictBase64.encode(typed);
    }

    /** The seed of the key called {@code name}, which is of the use that is asked for and has the id it says. */
    static Read parse(String text, KeyUse use) {
        var parts = text.strip().split("\\+", 5);
        if (parts.length != 5 || !text.strip().startsWith(PREFIX)) {
            throw new MalformedNoteException("a private key is written PRIVATE+KEY+name+id+base64");
        }
        var bytes = StrictBase64.decode(parts[4], "a private key");
        if (bytes.length != 1 + Ed25519.KEY_LENGTH) {
            throw new MalformedNoteException("a private key has a type and 32 bytes");
        }
        if (KeyUse.of(bytes[0]) != use) {
            throw new MalformedNoteException(
                    switch (use) {
                        case NOTES -> "the key is a witness's, not a log's";
                        case COSIGNATURES -> "the key is a log's, not a witness's";
                    });
        }
        var read = new Read(parts[2], Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!VerifyingKey.hex(VerifyingKey.of(read.name, use, read.seed).id()).equals(parts[3])) {
            throw new MalformedNoteException("a private key's id is not the one it has");
        }
        return read;
    }

    @SuppressWarnings("ArrayRecordComponent") // taken apart at once, compared nowhere
    record Read(String name, byte[] seed) {}
}
