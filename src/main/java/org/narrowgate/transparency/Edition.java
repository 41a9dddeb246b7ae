package org.narrowgate.transparency;

/**
 * How many times a month's figures are published: once when it has closed, and once more when the requests under review
 * at its end have been decided. Every further edition would be one more page to subtract from.
 */
public enum Edition {
    AS_CLOSED("as-closed", 0),
    SETTLED("settled", 2);

    private final String word;
    private final int monthsLater;

    Edition(String word, int monthsLater) {
        this.word = word;
        this.monthsLater = monthsLater;
    }

    public String word() {
        return word;
    }

    /** The months after the one in question at whose end it is struck. */
    public int monthsLater() {
        return monthsLater;
    }
}
