package org.narrowgate.casework;

import java.util.UUID;

/** Names a tracing request; random, so that it tells nothing. */
public record TracingRequestId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
