package org.narrowgate.casework.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.TracingRequestId;

/** Case files as time looks for them. Bounded: what is left over is found with the next page, or the next time. */
public interface DueCases {
    int MOST = 500;

    /** Open, past their day, and not yet escalated, in order of id; a page at a time. */
    List<CaseFile> overdue(LocalDate today, Optional<TracingRequestId> after);

    /** Open ones, in order of id; a page at a time. */
    List<CaseFile> open(Optional<TracingRequestId> after);

    /** Traced, and no longer readable, and nobody ever read them. */
    List<CaseFile> neverRead(Instant now);

    /** Over, and kept for as long as the policy said. */
    List<CaseFile> toErase(LocalDate today);

    /** Whether a request's day to be erased has come by the database's clock too. */
    boolean mayBeErased(TracingRequestId id);
}
