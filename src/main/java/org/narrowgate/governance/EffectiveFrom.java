package org.narrowgate.governance;

import static org.narrowgate.governance.GovernanceException.Fault.MOMENT_UNFIT;

import java.time.Duration;
import java.time.Instant;

/** From when a version may be in force: now or later, and not so late that nobody remembers why. */
public final class EffectiveFrom {
    /** A form takes a while to fill in: a moment that has only just passed is now. */
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private static final Duration LATEST = Duration.ofDays(2 * 365);

    private EffectiveFrom() {}

    /** @throws GovernanceException MOMENT_UNFIT */
    public static void require(Instant moment, Instant now) {
        if (moment.isBefore(now.minus(JUST_NOW))) {
            throw new GovernanceException(
                    MOMENT_UNFIT, "A version comes into force now or later, and this moment has passed.");
        }
        if (moment.isAfter(now.plus(LATEST))) {
            throw new GovernanceException(MOMENT_UNFIT, "A version comes into force within two years.");
        }
    }
}
