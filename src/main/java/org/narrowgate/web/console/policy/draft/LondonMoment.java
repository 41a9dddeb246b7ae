package org.narrowgate.web.console.policy.draft;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.narrowgate.governance.GovernanceException;

/** A moment that somebody typed as day and time where the registry's staff work. */
final class LondonMoment {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private LondonMoment() {}

    /**
     * Empty where no day was typed.
     *
     * @throws GovernanceException MOMENT_UNFIT
     */
    static Optional<Instant> of(String day, String time) {
        if (day.isBlank()) {
            return Optional.empty();
        }
        try {
            var at = time.isBlank() ? LocalTime.MIDNIGHT : LocalTime.parse(time.strip());
            return Optional.of(
                    LocalDate.parse(day.strip()).atTime(at).atZone(ZONE).toInstant());
        } catch (DateTimeException e) {
            throw new GovernanceException(
                    GovernanceException.Fault.MOMENT_UNFIT,
                    "This is no day and time: write them as 2026-12-01 and 09:00.");
        }
    }
}
