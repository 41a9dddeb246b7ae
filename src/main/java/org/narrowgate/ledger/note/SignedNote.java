package org.narrowgate.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with signatures under it (C2SP signed-note); nothing in it counts before a known key has signed it.
 *
 * @param text ends with a line end
 * @param signatures at least one, at most 100
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** A note with more bytes than these is refused unread. */
    public static final int MOST_BYTES = 1_000_000;

    private static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        checkCharacters(text);
        if (!text.endsWith("\n")) {
            throw new MalformedNoteException("a note's text ends with a line end");
        }
        if (signatures.isEmpty()) {
            throw new MalformedNoteException("a note has a signature");
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new MalformedNoteException("a note has at most 100 signatures");
        }
    }

    /** Reads a note from its bytes, which must be UTF-8. */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new MalformedNoteException("a note has at most a million bytes");
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedNoteException("a note is UTF-8");
        }
    }

    public static SignedNote parse(String note) {
        if (note.length() > MOST_BYTES) {
            throw new MalformedNoteException("a note has at most a million bytes");
        }
        checkCharacters(note);
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new MalformedNoteException("a blank line stands between a note's text and its signatures");
        }
        if (!note.endsWith("\n") || note.length() == blank + 2) {
            throw new MalformedNoteException("a note ends with signature lines");
        }
        var lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new MalformedNoteException("a note has at most 100 signatures");
        }
        return new SignedNote(
                note.substring(0, blank + 1),
                Stream.of(lines).map(NoteSignature::parse).toList());
    }

    /** The note as it is published. */
    public String format() {
        return signatures.stream()
                .map(signature -> signature.line() + "\n")
                .collect(Collectors.joining("", text + "\n", ""));
    }

    /** The same text with one signature more. */
    public SignedNote with(NoteSignature signature) {
        return new SignedNote(
                text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
    }

    /** Which of these keys signed it. A signature in a known key's name that does not hold spoils the whole note. */
    public Signers signers(Collection<VerifyingKey> known) {
        var signers = new ArrayList<VerifyingKey>();
        for (var key : known.stream().distinct().toList()) {
            var its = signatures.stream().filter(key::isMeantBy).toList();
            if (!its.stream().allMatch(signature -> key.verifies(text, signature))) {
                return new Signers.Forged(key);
            }
            if (!its.isEmpty()) {
                signers.add(key);
            }
        }
        return signers.isEmpty() ? new Signers.Unknown() : new Signers.Known(signers);
    }

    /** Who signed a note, as far as somebody knows keys. */
    public sealed interface Signers {
        /** At least one known key signed, and no signature in a known key's name is wrong. */
        record Known(List<VerifyingKey> keys) implements Signers {
            public Known {
                keys = List.copyOf(keys);
            }
        }

        /** No known key signed: the note must not be believed. */
        record Unknown() implements Signers {}

        /** A signature in a known key's name does not hold: the note must not be believed. */
        record Forged(VerifyingKey inTheNameOf) implements Signers {}
    }

    private static void checkCharacters(String text) {
        if (text.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw new MalformedNoteException("a note holds no control character");
        }
    }
}
