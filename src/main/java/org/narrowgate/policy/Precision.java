package org.narrowgate.policy;

import java.util.Locale;

/** What is left of a generalised value. */
public enum Precision {
    /** A date without month and day: {@code 1984}. */
    YEAR,
    /** A date without day: {@code 1984-03}. */
    MONTH,
    /** The outward part of a postcode: {@code LS1}. */
    DISTRICT,
    /** The first letter of each name: {@code J.}. */
    INITIALS;

    /** As policy documents and entitlements write it: {@code year}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
