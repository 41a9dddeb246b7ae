package org.narrowgate.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note; whose it is and whether it holds, only a {@link VerifyingKey} can tell.
 *
 * @param base64 the four bytes of the key's id and the signature itself
 */
public record NoteSignature(String name, String base64) {
    private static final String DASH = "— ";
    private static final int ID_LENGTH = 4;

    public NoteSignature {
        KeyName.checked(name);
        if (StrictBase64.decode(base64, "a signature").length <= ID_LENGTH) {
            throw new MalformedNoteException("a signature is longer than its key's id");
        }
    }

    static NoteSignature of(VerifyingKey key, byte[] signature) {
        var bytes = ByteBuffer.allocate(ID_LENGTH + signature.length)
                .putInt(key.id())
                .put(signature)
                .array();
        return new NoteSignature(key.name(), StrictBase64.encode(bytes));
    }

    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new MalformedNoteException("a signature line is a dash, a name and a signature");
        }
        return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
    }

    /** The first four bytes: with the name they say which key is meant. */
    public int keyId() {
        return ByteBuffer.wrap(bytes()).getInt();
    }

    /** The line as it stands in a note, without its line end. */
    public String line() {
        return DASH + name + " " + base64;
    }

    byte[] signature() {
        var bytes = bytes();
        return Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length);
    }

    private byte[] bytes() {
        return StrictBase64.decode(base64, "a signature");
    }
}
