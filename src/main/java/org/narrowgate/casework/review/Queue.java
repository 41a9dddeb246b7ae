package org.narrowgate.casework.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.narrowgate.casework.Handling.PriorityAnswer;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.policy.GroundType;

/**
 * Open requests, the nearest deadline first.
 *
 * @param found how many the filter lets through, over all pages
 * @param overdue how many of all open requests are past their day
 * @param open how many there are
 * @param incidents how many incidents are open
 */
public record Queue(
        List<Line> lines, long found, int pages, long overdue, long open, long incidents, List<Reminder> reminders) {
    public Queue {
        lines = List.copyOf(lines);
        reminders = List.copyOf(reminders);
    }

    /** One request in the queue. It names its agency's case, never the subject. */
    public record Line(
            TracingRequestId id,
            Named agency,
            Named purpose,
            Optional<GroundType> ground,
            String caseReference,
            PriorityAnswer priority,
            Progress progress,
            Instant receivedAt,
            Timeliness timeliness,
            Optional<Claim> claim) {}

    /** Staff were reminded that a request has reached this age, in working days, and is still open. */
    public record Reminder(TracingRequestId id, String caseReference, int age, Instant givenAt) {}

    /** An id with what people call it. */
    public record Named(String id, String name) {}
}
