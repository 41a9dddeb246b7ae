package org.narrowgate.rights.embargo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.PurposeId;

/**
 * The embargo of one request in a list, without anything said about it.
 *
 * @param caseReference the agency's own, for caseworkers only
 * @param until its last day, as asked for, proposed or approved; empty where it was ended or refused
 * @param reviewBy by when it has to be reviewed; empty unless it is proposed, in force or lapsed
 * @param waiting whether something waits for a caseworker: an ask, or a colleague's proposal
 */
public record EmbargoLine(
        UUID request,
        AgencyId agency,
        PurposeId purpose,
        String caseReference,
        EmbargoState state,
        Optional<LocalDate> until,
        Optional<LocalDate> reviewBy,
        Waiting waiting) {
    public EmbargoLine {
        requireNonNull(request);
        requireNonNull(agency);
        requireNonNull(purpose);
        requireNonNull(caseReference);
        requireNonNull(state);
        requireNonNull(until);
        requireNonNull(reviewBy);
        requireNonNull(waiting);
    }

    /** What waits for a caseworker. */
    public enum Waiting {
        NOTHING,
        AN_ASK,
        A_PROPOSAL
    }
}
