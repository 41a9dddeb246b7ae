package org.narrowgate.casework;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** The requests that agencies made, to be gone through again. Whom they were about is not read. */
public interface RecordedRequests {
    /** How many were received in the period. */
    Held held(Period period);

    /** Shows each that is not erased, in order of receipt; what the reader throws is passed on. */
    void forEach(Period period, Consumer<RecordedRequest> reader);

    /** Those of these that there are and that are not erased. */
    Map<TracingRequestId, RecordedRequest> found(Collection<TracingRequestId> ids);

    /** Days in London, the first and the last among them. */
    record Period(LocalDate from, LocalDate to) {
        public Period {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a period that ends before it begins");
            }
        }
    }

    /** @param erased of which too little is left to decide on */
    record Held(long complete, long erased) {}
}
