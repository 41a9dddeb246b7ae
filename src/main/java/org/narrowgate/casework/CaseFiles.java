package org.narrowgate.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.ledger.Share;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Standing;

/** Where case files are kept. Written only together with a log entry. */
public interface CaseFiles {
    /** Any agency's: for staff and the clock, never for an agency. */
    Optional<CaseFile> find(TracingRequestId id);

    Optional<CaseFile> find(AgencyId agency, TracingRequestId id);

    /**
     * What a new request meets.
     *
     * @param today as for {@link #standing}
     */
    Met met(AgencyId agency, PurposeId purpose, Optional<UUID> idempotencyKey, LocalDate today);

    /**
     * What an agency's request meets when it comes in.
     *
     * @param earlier the one that came with the same key
     */
    record Met(Standing standing, Optional<TracingRequestId> earlier) {}

    /**
     * Newest first, one more than asked for where there are more.
     *
     * @throws CaseworkException CURSOR_INVALID
     */
    List<CaseFile> page(AgencyId agency, TracingRequests.Filter filter);

    /** @param today decides which destructions are overdue; uses are counted by its day and month */
    Standing standing(AgencyId agency, PurposeId purpose, LocalDate today);

    /** @param today decides which are overdue */
    Destructions destructions(AgencyId agency, PurposeId purpose, LocalDate today);

    /** Entries of the log that are a request's, in order. */
    List<Long> entriesOf(TracingRequestId id);

    /** The whole of what an agency said, the same text for the same words. */
    String textOf(NewTracingRequest asked);

    /** The casework's share in an append. */
    Share<CaseMove, CaseMove.Objection> share();
}
