package org.narrowgate.rights.embargo;

import java.util.Collection;
import java.util.Map;
import org.narrowgate.casework.TracingRequestId;

/** Where events are kept. Written only together with a log entry. */
public interface EmbargoEvents {
    /** {@link RequestEmbargo#NONE} where nothing was done. */
    RequestEmbargo of(TracingRequestId request);

    /** Of these requests, those for which anything was done. */
    Map<TracingRequestId, RequestEmbargo> of(Collection<TracingRequestId> requests);

    /** Of every request for which anything was done. */
    Map<TracingRequestId, RequestEmbargo> all();
}
