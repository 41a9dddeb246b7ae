package org.narrowgate.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of the report that the person traced is not the person sought: somebody else's details left.
 *
 * @param reason as the agency gave it
 * @param dueBy by when staff have to have dealt with it
 * @param closing empty while it is open
 */
public record Incident(String reason, Instant reportedAt, Instant dueBy, Optional<Closing> closing) {
    // UK GDPR article 33(1): a breach is notified within 72 hours of becoming aware of it.
    private static final Duration TIME_TO_NOTIFY = Duration.ofDays(3);

    /**
     * How staff dealt with it.
     *
     * @param by id of who closed it
     * @param name as colleagues are shown it
     */
    public record Closing(String by, String name, Instant at, Notification notification, String findings) {}

    /** Whether the supervisory authority had to be told (UK GDPR article 33). */
    public enum Notification {
        NOTIFIED,
        NOT_REQUIRED
    }

    static Incident reported(String reason, Instant at) {
        return new Incident(reason, at, at.plus(TIME_TO_NOTIFY), Optional.empty());
    }

    public Incident closed(Closing how) {
        return new Incident(reason, reportedAt, dueBy, Optional.of(how));
    }

    Incident erased() {
        return new Incident(
                CaseFile.ERASED,
                reportedAt,
                dueBy,
                closing.map(how -> new Closing(how.by(), how.name(), how.at(), how.notification(), CaseFile.ERASED)));
    }
}
