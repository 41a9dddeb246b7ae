package org.narrowgate.ledger.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where in the log a moment is, found by halving: appends take their times one after the other by the database's one
 * clock. It needs no index of times, which every append would have to keep up.
 */
public final class Moments {
    private Moments() {}

    /** When entries of the log were appended. */
    @FunctionalInterface
    public interface Times<X extends Exception> {
        /** One time for each of these indices that the log has. */
        Map<Long, Instant> of(Collection<Long> indices) throws X;
    }

    /**
     * For each moment the index of the first entry appended then or later; the size where none was. All moments are
     * halved together: as many questions as the size has binary digits.
     *
     * @param size entries in the log
     */
    public static <X extends Exception> List<Long> firstSince(List<Instant> moments, long size, Times<X> times)
            throws X {
        var spans = new ArrayList<>(
                moments.stream().map(moment -> new Span(moment, 0, size)).toList());
        while (spans.stream().anyMatch(Span::isOpen)) {
            var middles = new TreeSet<Long>();
            spans.stream().filter(Span::isOpen).forEach(span -> middles.add(span.middle()));
            var known = times.of(middles);
            spans.replaceAll(span -> span.halved(known));
        }
        return spans.stream().map(Span::first).toList();
    }

    /** The answer is one of {@code first} to {@code last}, both included. */
    private record Span(Instant moment, long first, long last) {
        boolean isOpen() {
            return first < last;
        }

        long middle() {
            return first + (last - first) / 2;
        }

        Span halved(Map<Long, Instant> times) {
            if (!isOpen()) {
                return this;
            }
            var time = times.get(middle());
            // An entry that is missing is the database's fault; what is asked for lies nowhere else then.
            return time == null || time.isBefore(moment)
                    ? new Span(moment, middle() + 1, last)
                    : new Span(moment, first, middle());
        }
    }
}
