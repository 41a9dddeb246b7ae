package org.narrowgate.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them: where the registry is. */
public final class LondonTime {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private LondonTime() {}

    /** For example: 22 November 2026, 14:32. */
    public static String moment(Instant at) {
        return MOMENT.format(at.atZone(ZONE));
    }

    /** For example: 22 November 2026, 14:32:05. */
    public static String second(Instant at) {
        return SECOND.format(at.atZone(ZONE));
    }

    /** For example: 22 November 2026. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day of a moment, where the registry is. */
    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** For example: 14:32. */
    public static String clock(Instant at) {
        return CLOCK.format(at.atZone(ZONE));
    }
}
