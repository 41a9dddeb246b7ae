package org.narrowgate.web.transparency;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** A table of counts as a page shows it: every cell a number, or the word that says it is hidden. */
@TemplateData
public record FigureTable(String caption, List<String> heads, List<Line> lines) {
    public FigureTable {
        requireNonNull(caption);
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
    }

    /** @param kind of the row's pattern in the chart; empty where it has none */
    @TemplateData
    public record Line(String head, String kind, List<Cell> cells) {
        public Line {
            requireNonNull(head);
            requireNonNull(kind);
            cells = List.copyOf(cells);
        }
    }

    /** @param kind how it is set: shown or hidden */
    @TemplateData
    public record Cell(String text, String kind) {
        public Cell {
            requireNonNull(text);
            requireNonNull(kind);
        }
    }

    static Line line(String head, String kind, OptionalLong... counts) {
        return new Line(head, kind, Arrays.stream(counts).map(FigureTable::cell).toList());
    }

    static Cell cell(OptionalLong count) {
        return count.isPresent() ? new Cell(grouped(count.getAsLong()), "shown") : new Cell("hidden", "hidden");
    }

    /** With a comma every three digits. */
    static String grouped(long count) {
        return "%,d".formatted(count);
    }
}
