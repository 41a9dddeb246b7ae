package org.narrowgate.ledger.note;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.narrowgate.ledger.tree.Hash;

/**
 * A log's word on how many entries it has and what they are (C2SP tlog-checkpoint), the text of a signed note.
 *
 * @param origin which log it is; one line
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int FEWEST_LINES = 3;

    public Checkpoint {
        requireNonNull(root);
        if (origin.isEmpty() || origin.chars().anyMatch(Character::isISOControl)) {
            throw new MalformedNoteException("a checkpoint's origin is one line");
        }
        if (size < 0) {
            throw new MalformedNoteException("a checkpoint's size is not negative");
        }
        if (size == 0 && !root.equals(Hash.EMPTY)) {
            throw new MalformedNoteException("a checkpoint of no entries has the root of the empty tree");
        }
    }

    /** Reads a note's text. Lines after the third are allowed and mean nothing here. */
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        // The last line ends too: after it the text is at its end.
        if (lines.length <= FEWEST_LINES || !lines[lines.length - 1].isEmpty()) {
            throw new MalformedNoteException("a checkpoint has lines for origin, size and root");
        }
        for (int i = 0; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) {
                throw new MalformedNoteException("a checkpoint has no empty line");
            }
        }
        return new Checkpoint(lines[0], size(lines[1]), root(lines[2]));
    }

    /** The note's text: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    private static long size(String line) {
        if (!SIZE.matcher(line).matches()) {
            throw new MalformedNoteException("a checkpoint's size is a number without leading zeros");
        }
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException e) {
            throw new MalformedNoteException("a checkpoint's size is larger than a log can be");
        }
    }

    private static Hash root(String line) {
        try {
            return Hash.fromBase64(line);
        } catch (IllegalArgumentException e) {
            throw new MalformedNoteException("a checkpoint's root is 32 bytes in base64");
        }
    }
}
