package org.narrowgate.casework.review;

import java.time.Instant;
import java.util.Optional;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.Queue.Named;

/** An incident in the list: nothing the agency said of it, and nothing that left. Those are seen by opening it. */
public record IncidentLine(
        TracingRequestId id,
        Named agency,
        Named purpose,
        String caseReference,
        Instant reportedAt,
        Instant dueBy,
        Optional<Instant> closedAt) {}
