package org.narrowgate.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.narrowgate.transparency.archive.AssumedMix;
import org.narrowgate.transparency.archive.Filling;
import org.narrowgate.transparency.archive.PublishedTotals;

/** Tells the terminal what the archive was filled with, and that nobody is in it. */
final class FillingReport {
    private final PrintWriter out;

    FillingReport(PrintWriter out) {
        this.out = out;
    }

    void say(Filling filling) {
        switch (filling) {
            case Filling.Filled filled -> say(filled);
            case Filling.FilledBefore before ->
                out.printf("archive of %d: filled before, nothing was changed%n", PublishedTotals.YEAR);
        }
        out.flush();
    }

    private void say(Filling.Filled filled) {
        new TreeMap<>(filled.counts())
                .forEach((group, counts) ->
                        out.printf(Locale.ROOT, "%s: %,d received, %s%n", group.title(), sum(counts), inWords(counts)));
        out.printf("The archive of %d is synthetic: nobody is in it.%n", PublishedTotals.YEAR);
        out.println(PublishedTotals.NOTE);
        out.println(AssumedMix.CAUTION);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String inWords(Map<String, Integer> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
