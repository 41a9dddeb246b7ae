package org.narrowgate.policy;

import java.util.Locale;

/** What is left of a generalised value. */
public enum Precision {
    /** A date without month and day: {@code 1984}. */
    YEAR("only the year"),
    /** A date without day: {@code 1984-03}. */
    MONTH("only year and month"),
    /** The outward part of a postcode: {@code LS1}. */
    DISTRICT("only the district"),
    /** The first letter of each name: {@code J.}. */
    INITIALS("only initials");

    private final String words;

    Precision(String words) {
        this.words = words;
    }

    /** As policy documents and entitlements write it: {@code year}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is said within a sentence: only the year. */
    public String words() {
        return words;
    }
}
