package org.narrowgate.web.console.log;

import java.util.List;
import org.narrowgate.web.transparency.BarChart;
import org.narrowgate.web.transparency.FigureTable;

/**
 * How the log fares, as its page shows it.
 *
 * @param now what changes from second to second
 * @param keys those that sign, then those that signed earlier
 */
public record HealthModel(
        StandingModel now,
        List<LogKey> keys,
        List<Witness> witnesses,
        String witnessesWords,
        EmbargoModel embargoes,
        BarChart daysChart,
        FigureTable days,
        BarChart monthsChart,
        FigureTable months,
        List<FigureTable> erasures,
        String erasuresWords) {
    public HealthModel {
        keys = List.copyOf(keys);
        witnesses = List.copyOf(witnesses);
        erasures = List.copyOf(erasures);
    }

    /** @param use whether it signed the last checkpoint, and whether it will sign the next */
    public record LogKey(String text, String use) {}

    /** @param part names what changes of it in {@link StandingModel#parts} */
    public record Witness(String name, String part) {}

    /** What stands in a part of the page that refreshes itself. */
    public String part(String name) {
        return now.parts().getOrDefault(name, "");
    }
}
