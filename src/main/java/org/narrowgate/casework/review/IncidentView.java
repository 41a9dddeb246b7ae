package org.narrowgate.casework.review;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.narrowgate.casework.Incident;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.Queue.Named;

/**
 * A wrong person traced, as staff deal with it.
 *
 * @param version what they have seen
 * @param disclosed the fields that left, by their paths: never values
 */
public record IncidentView(
        TracingRequestId id,
        Instant version,
        Named agency,
        Named purpose,
        String caseReference,
        Instant receivedAt,
        Incident incident,
        Set<String> disclosed) {
    public IncidentView {
        disclosed = Collections.unmodifiableSet(new LinkedHashSet<>(disclosed));
    }
}
