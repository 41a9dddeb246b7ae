package org.narrowgate.governance.consultation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** Names a consultation. */
public record ConsultationId(UUID value) {
    public ConsultationId {
        requireNonNull(value);
    }

    /** Reads what somebody sent; empty where it cannot be the name of any consultation. */
    public static Optional<ConsultationId> parse(String text) {
        try {
            return Optional.of(new ConsultationId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
