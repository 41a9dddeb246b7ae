package org.narrowgate.casework.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.TracingRequestId;

/** Case files as time looks for them. Bounded: what is left over is found the next time. */
public interface DueCases {
    int MOST = 500;

    /** Open, past their day, and not yet escalated. */
    List<CaseFile> overdue(LocalDate today);

    /** Open ones, in order of id; a page at a time. */
    List<CaseFile> open(Optional<TracingRequestId> after);

    /** Traced, and no longer readable, and nobody ever read them. */
    List<CaseFile> neverRead(Instant now);

    /** Over, and kept for as long as the policy said. */
    List<CaseFile> toErase(LocalDate today);

    /** Erases the log's particulars of a request whose day has come. */
    void eraseParticulars(TracingRequestId id);
}
