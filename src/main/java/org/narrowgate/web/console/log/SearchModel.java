package org.narrowgate.web.console.log;

import java.util.List;

/**
 * A search and what it found. Texts are empty where there is nothing to say.
 *
 * @param looked which entries were looked at
 * @param goOn the address that goes on; empty at the end
 * @param newest the address of the newest entries; empty on that page
 */
public record SearchModel(
        List<Filter> filters,
        List<Day> days,
        List<Sought.Fault> faults,
        List<RowModel> rows,
        String looked,
        String empty,
        String goOn,
        String newest,
        String csv,
        String json) {
    public SearchModel {
        filters = List.copyOf(filters);
        days = List.copyOf(days);
        faults = List.copyOf(faults);
        rows = List.copyOf(rows);
    }

    /** @param fault why what was chosen means nothing */
    public record Filter(String name, String label, String all, List<Option> options, String fault) {
        public Filter {
            options = List.copyOf(options);
        }
    }

    /** @param chosen an attribute, or nothing */
    public record Option(String value, String words, String chosen) {}

    public record Day(String name, String label, String value, String fault) {}
}
