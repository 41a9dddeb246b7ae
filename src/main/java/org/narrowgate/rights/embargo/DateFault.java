package org.narrowgate.rights.embargo;

import static java.util.Objects.requireNonNull;

/**
 * A day that an embargo may not have.
 *
 * @param sentence for whoever proposed it
 */
public record DateFault(Which which, String sentence) {
    public DateFault {
        requireNonNull(which);
        requireNonNull(sentence);
    }

    /** Which of its days. */
    public enum Which {
        UNTIL,
        REVIEW_BY
    }
}
