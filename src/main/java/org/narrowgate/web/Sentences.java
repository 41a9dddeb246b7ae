package org.narrowgate.web;

import java.util.Locale;

/** Words that the rules give within a sentence, as sentences of their own. */
public final class Sentences {
    private Sentences() {}

    /** As a sentence begins. */
    public static String begun(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** From its beginning to its full stop. */
    public static String whole(String words) {
        return words.endsWith(".") ? begun(words) : begun(words) + ".";
    }
}
