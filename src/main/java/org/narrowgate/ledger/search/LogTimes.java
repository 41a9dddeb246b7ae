package org.narrowgate.ledger.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.narrowgate.ledger.LedgerUnavailableException;

/** How the log grew, and what was erased, over time. */
public interface LogTimes {
    /** More erasures are not counted at once: of more, the newest are. */
    int MOST_ERASURES = 200_000;

    /**
     * How many entries there are.
     *
     * @throws LedgerUnavailableException when the log cannot be read
     */
    long size();

    /**
     * How many entries were appended between each moment and the next; so one fewer than the moments.
     *
     * @param moments in their order
     * @throws LedgerUnavailableException when the log cannot be read
     */
    List<Long> appendedBetween(List<Instant> moments);

    /**
     * The entries of kind {@code erasure} appended since a moment, by month and reason.
     *
     * @param zone where months begin
     * @throws LedgerUnavailableException when the log cannot be read
     */
    List<Erasures> erasuresSince(Instant moment, ZoneId zone);

    /** @param reason as the entries say it; empty where they say none */
    record Erasures(YearMonth month, String reason, long count) {
        public Erasures {
            requireNonNull(month);
            requireNonNull(reason);
        }
    }
}
