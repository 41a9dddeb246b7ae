package org.narrowgate.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.narrowgate.policy.Announcements;
import org.narrowgate.policy.PolicyVersion;

/** When, and under which policy, something is decided. */
public record Moment(PolicyVersion policy, Instant now, LocalDate today) {
    /** The registry's own: days begin and end here. */
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    static Moment at(Instant instant, PolicyVersion policy) {
        // As exact as the database keeps it, so that what is answered now equals what is read again later.
        return new Moment(policy, instant.truncatedTo(ChronoUnit.MICROS), dayOf(instant));
    }

    /** The last moment of a day to come, as far as is announced. */
    static Moment atEndOf(LocalDate day, Announcements announcements) {
        var end = day.plusDays(1).atStartOfDay(ZONE).toInstant().minus(1, ChronoUnit.MICROS);
        return new Moment(announcements.at(end), end, day);
    }

    /** The day in the registry's zone. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
