package org.narrowgate.ledger.note;

/** What a key's name may be. */
final class KeyName {
    private KeyName() {}

    static String checked(String name) {
        if (name.isEmpty()) {
            throw new MalformedNoteException("a key has a name");
        }
        if (name.codePoints().anyMatch(KeyName::refused)) {
            throw new MalformedNoteException("a key's name holds no space, no plus and no control character");
        }
        return name;
    }

    private static boolean refused(int character) {
        return character == '+'
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE;
    }
}
