package org.narrowgate.web.console.policy;

import java.util.List;

/** What every purpose sees of every field: the rules of the purposes above it included. */
public record MatrixModel(List<Group> groups, List<Column> columns, List<Row> rows) {
    public MatrixModel {
        groups = List.copyOf(groups);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A heading over neighbouring columns. */
    public record Group(String title, int columns) {}

    /** A field. */
    public record Column(String path, String shortName) {}

    /**
     * A purpose.
     *
     * @param under the title of the purpose above it; empty where none is
     * @param depth how many are above it, at most five
     * @param link where it is shown by itself
     */
    public record Row(String id, String title, String under, int depth, String link, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param look the style sheet's name for its colour
     * @param mark decorates only
     * @param tightened which purpose above it allows no more; empty where its own word counts
     * @param was what it was before; empty where that is the same
     */
    public record Cell(
            String path, String field, String look, String mark, String words, String tightened, String was) {}
}
