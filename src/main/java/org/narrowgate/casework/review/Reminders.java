package org.narrowgate.casework.review;

import java.time.Instant;
import java.util.List;
import org.narrowgate.casework.TracingRequestId;

/** Where reminders are kept: each is given once, and stands until its request is decided. */
public interface Reminders {
    /** Those of requests that are still open, the newest first. */
    List<Queue.Reminder> standing();

    /** @return whether it was not given before */
    Given give(TracingRequestId id, int age, Instant at);

    /** Whether a reminder is new. */
    enum Given {
        NOW,
        BEFORE
    }
}
