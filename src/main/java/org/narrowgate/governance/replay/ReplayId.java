package org.narrowgate.governance.replay;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** Names a replay. */
public record ReplayId(UUID value) {
    public ReplayId {
        requireNonNull(value);
    }

    /** Reads what somebody sent; empty where it cannot be the name of any replay. */
    public static Optional<ReplayId> parse(String text) {
        try {
            return Optional.of(new ReplayId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
