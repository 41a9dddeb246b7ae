package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

/** The answer takes longer, and why. */
public record Extension(int months, Reply reply) {
    public Extension {
        requireNonNull(reply);
        if (months < 1 || months > AnswerTime.MOST_FURTHER_MONTHS) {
            throw new IllegalArgumentException("one or two further months");
        }
    }
}
