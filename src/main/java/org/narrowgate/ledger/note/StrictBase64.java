package org.narrowgate.ledger.note;

import java.util.Base64;

/** Base64 in its one spelling: standard alphabet, padded, no stray bits. */
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String text, String what) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the text: it can be a private key.
        }
        throw new MalformedNoteException(what + " is not base64");
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
