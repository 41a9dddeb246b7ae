package org.narrowgate.casework;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Bank holidays an operator keeps in a file, over the shipped ones. It is looked at again every minute, so that days
 * proclaimed later count without a restart; while it cannot be read, the last ones that could be stay.
 */
public final class BankHolidaysFile implements Supplier<BankHolidays> {
    private static final Logger LOG = Logger.getLogger(BankHolidaysFile.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Path file;
    private final Clock clock;
    private volatile Held held;

    public BankHolidaysFile(Path file, Clock clock) {
        this.file = requireNonNull(file);
        this.clock = requireNonNull(clock);
        this.held = look(new Held(BankHolidays.shipped(), Optional.empty(), Instant.MIN));
    }

    @Override
    public BankHolidays get() {
        var known = held;
        return clock.instant().isBefore(known.lookedAt().plus(PERIOD)) ? known.bankHolidays() : refreshed();
    }

    private synchronized BankHolidays refreshed() {
        if (!clock.instant().isBefore(held.lookedAt().plus(PERIOD))) {
            held = look(held);
        }
        return held.bankHolidays();
    }

    private Held look(Held before) {
        var now = clock.instant();
        try {
            var text = Files.readString(file);
            return before.text().equals(Optional.of(text)) ? before.lookedAt(now) : read(text, now);
        } catch (IOException e) {
            return kept(before, "cannot be read", now);
        } catch (IllegalArgumentException e) {
            return kept(before, "are not of a form that is known", now);
        }
    }

    private Held kept(Held before, String fault, Instant now) {
        // Every minute again: that days do not count must not go unnoticed.
        LOG.warnf(
                "the bank holidays in `%s` %s; those known before stay, until %s",
                file, fault, before.bankHolidays().knownUntil());
        return before.lookedAt(now);
    }

    private Held read(String text, Instant now) {
        var read = BankHolidays.read(text).over(BankHolidays.shipped());
        LOG.infof("bank holidays of `%s` read, known until %s", file, read.knownUntil());
        return new Held(read, Optional.of(text), now);
    }

    /** @param text what was in the file; empty while it could not be read even once */
    private record Held(BankHolidays bankHolidays, Optional<String> text, Instant lookedAt) {
        Held lookedAt(Instant now) {
            return new Held(bankHolidays, text, now);
        }
    }
}
