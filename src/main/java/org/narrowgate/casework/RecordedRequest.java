package org.narrowgate.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.RequestFacts;

/**
 * A request as it was made, without anything of its subject, the agency's own sentences or an officer's name.
 *
 * @param state as its agency is shown it
 * @param changedAt when it last moved
 */
public record RecordedRequest(
        TracingRequestId id,
        String caseReference,
        AgencyId agency,
        RequestFacts facts,
        Instant receivedAt,
        TracingRequestState state,
        Instant changedAt) {
    public RecordedRequest {
        requireNonNull(id);
        requireNonNull(caseReference);
        requireNonNull(agency);
        requireNonNull(facts);
        requireNonNull(receivedAt);
        requireNonNull(state);
        requireNonNull(changedAt);
    }
}
