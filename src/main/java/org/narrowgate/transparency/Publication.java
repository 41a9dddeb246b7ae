package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that is published at a moment.
 *
 * @param months the closed months since the first request, oldest first
 * @param next when there will be more, if there is anything then
 * @param addsUp whether every entry of the log could be counted
 */
public record Publication(List<PublishedMonth> months, LocalDate next, Reconciliation addsUp) {
    public Publication {
        requireNonNull(next);
        requireNonNull(addsUp);
        months = List.copyOf(months);
    }

    /** Whether the register holds every request the log holds. */
    public enum Reconciliation {
        ADDS_UP,
        DOES_NOT_ADD_UP
    }
}
