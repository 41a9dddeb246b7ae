package org.narrowgate.rights.embargo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A time during which something holds entries back.
 *
 * @param end not part of it
 */
record Span(Instant start, Instant end) {
    Span {
        requireNonNull(start);
        requireNonNull(end);
    }

    /** When an entry of this moment first shows: once no span holds it any more. */
    static Instant firstShown(Instant at, List<Span> spans) {
        var shown = at;
        var moved = true;
        while (moved) {
            var before = shown;
            for (var span : spans) {
                shown = span.holds(shown) ? span.end() : shown;
            }
            moved = shown.isAfter(before);
        }
        return shown;
    }

    private boolean holds(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }
}
