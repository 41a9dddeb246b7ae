package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that is not as it was in the document before.
 *
 * @param agency whom it changes something for; empty where it is the document's or a purpose's own
 * @param words without a full stop, for example: Home Office no longer sees previous family names for
 *     immigration-tracing
 */
public record Change(Direction direction, Optional<AgencyId> agency, Optional<PurposeId> purpose, String words) {
    public Change {
        requireNonNull(direction);
        requireNonNull(agency);
        requireNonNull(purpose);
        requireNonNull(words);
    }
}
