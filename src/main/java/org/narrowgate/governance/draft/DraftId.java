package org.narrowgate.governance.draft;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** Names a draft. */
public record DraftId(UUID value) {
    public DraftId {
        requireNonNull(value);
    }

    /** Reads what somebody sent; empty where it cannot be the name of any draft. */
    public static Optional<DraftId> parse(String text) {
        try {
            return Optional.of(new DraftId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
