package org.narrowgate.casework.review;

import java.util.Optional;
import org.narrowgate.casework.TracingRequestId;

/** Where drafts are kept: one for each caseworker and request, and only while the request is open. */
public interface CaseDrafts {
    Optional<CaseDraft> of(TracingRequestId id, String staffId);

    /** In place of the one before; nothing is kept where the request is not open. */
    void keep(TracingRequestId id, String staffId, CaseDraft draft);

    void drop(TracingRequestId id, String staffId);

    /** Everybody's. */
    void drop(TracingRequestId id);
}
