package org.narrowgate.governance.draft;

import static java.util.Objects.requireNonNull;

/**
 * All of a draft that authors change.
 *
 * @param base the policy version it is compared with and would supersede
 * @param document canonical JSON in which no fault was found
 */
public record Contents(String title, int base, String document) {
    public Contents {
        requireNonNull(title);
        requireNonNull(document);
    }

    Contents titled(String other) {
        return new Contents(other, base, document);
    }

    Contents of(String other) {
        return new Contents(title, base, other);
    }

    Contents basedOn(int version, String other) {
        return new Contents(title, version, other);
    }
}
