package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** Names a case, and nobody. */
public record RightsCaseId(UUID value) {
    public RightsCaseId {
        requireNonNull(value);
    }

    /** Reads what somebody sent; empty where it cannot be the name of any case. */
    public static Optional<RightsCaseId> parse(String text) {
        try {
            return Optional.of(new RightsCaseId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
