package org.narrowgate.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.PurposeId;

/**
 * A tracing request as its agency may see it, without its outcome.
 *
 * @param policyVersion the version it was decided under; while under review, the one it was received under
 * @param question what a caseworker asks, while information is requested
 * @param toDestroyBy the day by which what was disclosed is to be destroyed; empty where there is nothing to attest
 */
public record TracingRequest(
        TracingRequestId id,
        AgencyId agency,
        PurposeId purpose,
        String caseReference,
        TracingRequestState state,
        Instant receivedAt,
        LocalDate dueBy,
        Optional<Instant> decidedAt,
        int policyVersion,
        Optional<String> question,
        Optional<LocalDate> toDestroyBy) {}
