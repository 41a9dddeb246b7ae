package org.narrowgate.ledger.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one look at the log found, newest first.
 *
 * @param looked the stretch that was looked through; empty where there was nothing to look at
 * @param goOn the entry before which the next look begins; empty where this one came to the end
 */
public record Findings(List<FoundEntry> entries, Optional<Stretch> looked, OptionalLong goOn) {
    public Findings {
        entries = List.copyOf(entries);
        requireNonNull(looked);
        requireNonNull(goOn);
    }

    /** From the newest entry of it to the oldest, both included. */
    public record Stretch(long newest, long oldest) {}

    /** There was nothing to look at. */
    public static Findings nothing() {
        return new Findings(List.of(), Optional.empty(), OptionalLong.empty());
    }
}
