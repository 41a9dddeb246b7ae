package org.narrowgate.ledger.note;

import java.util.Arrays;

/** What a key signs, as the byte that stands for it in a key's id and text (C2SP signed-note, signature types). */
public enum KeyUse {
    /** Notes as they are: a log's checkpoints. */
    NOTES(1),
    /** Other people's checkpoints, with the time: a witness's cosignature/v1. */
    COSIGNATURES(4);

    private final byte type;

    KeyUse(int type) {
        this.type = (byte) type;
    }

    byte type() {
        return type;
    }

    static KeyUse of(byte type) {
        return Arrays.stream(values())
                .filter(use -> use.type == type)
                .findFirst()
                .orElseThrow(() -> new MalformedNoteException("a key is of type 1 (Ed25519) or 4 (cosignature/v1)"));
    }
}
