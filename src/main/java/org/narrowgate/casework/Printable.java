package org.narrowgate.casework;

/** What staff may write: text that can be kept and seen, of one line or several. */
public final class Printable {
    private Printable() {}

    public static boolean isAll(String text) {
        return text.codePoints().noneMatch(Printable::isForbidden);
    }

    // Unpaired surrogates too: they are no characters, and no database keeps them.
    private static boolean isForbidden(int character) {
        return Character.getType(character) == Character.SURROGATE
                || (Character.isISOControl(character) && "\r\n\t".indexOf(character) < 0);
    }
}
