package org.narrowgate;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets, so that months of a history go by in seconds. Begins before any agreement is in force. */
@Alternative
@Singleton
public class TravelledClock extends Clock {
    private static final Instant BEFORE_ANY_AGREEMENT = Instant.parse("2018-05-08T09:00:00Z");

    private volatile Instant now = BEFORE_ANY_AGREEMENT;

    public void set(Instant to) {
        now = to;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody asks it for another zone");
    }
}
