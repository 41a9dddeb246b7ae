package org.narrowgate.governance.replay;

import static java.util.Objects.requireNonNull;

/**
 * A kind of case that the made-up archive's mix has, and how often.
 *
 * @param kind names it in a file for programs
 * @param weight among the weights of the others, which need add up to nothing in particular
 */
public record CaseShare(String kind, String words, int weight) {
    /** More than this is a slip of the finger. */
    public static final int HEAVIEST = 1_000_000;

    public CaseShare {
        requireNonNull(kind);
        requireNonNull(words);
        if (weight < 0 || weight > HEAVIEST) {
            throw new IllegalArgumentException("a weight from 0 to " + HEAVIEST);
        }
    }
}
