package org.narrowgate.web.transparency;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;

/**
 * Horizontal bars of stacked parts, laid out for an SVG of 360 units' width. It says nothing that the table beside it
 * does not say.
 *
 * @param id unique on the page
 */
@TemplateData
public record BarChart(String id, String title, String description, List<Bar> bars, int height) {
    private static final int LEFT = 88;
    private static final int LONGEST = 222;
    private static final int ROW = 26;
    private static final int TOP = 6;

    public BarChart {
        requireNonNull(id);
        requireNonNull(title);
        requireNonNull(description);
        bars = List.copyOf(bars);
    }

    /** @param value as it is written at the bar's end */
    @TemplateData
    public record Bar(String label, String value, int y, int textY, double end, List<Segment> segments) {
        public Bar {
            requireNonNull(label);
            requireNonNull(value);
            segments = List.copyOf(segments);
        }
    }

    /** @param kind names its pattern */
    @TemplateData
    public record Segment(String kind, String title, double x, double width) {
        public Segment {
            requireNonNull(kind);
            requireNonNull(title);
        }
    }

    /** What a bar is made of. */
    public record Line(String label, String value, List<Part> parts) {
        public Line {
            requireNonNull(label);
            requireNonNull(value);
            parts = List.copyOf(parts);
        }

        private long length() {
            return parts.stream().mapToLong(Part::count).sum();
        }
    }

    public record Part(String kind, String title, long count) {
        public Part {
            requireNonNull(kind);
            requireNonNull(title);
        }
    }

    public static BarChart of(String id, String title, String description, List<Line> lines) {
        var longest = Math.max(1, lines.stream().mapToLong(Line::length).max().orElse(1));
        var bars = new ArrayList<Bar>();
        for (var line : lines) {
            bars.add(bar(line, TOP + ROW * bars.size(), LONGEST / (double) longest));
        }
        return new BarChart(id, title, description, bars, 2 * TOP + ROW * bars.size());
    }

    private static Bar bar(Line line, int y, double scale) {
        var segments = new ArrayList<Segment>();
        var x = (double) LEFT;
        for (var part : line.parts()) {
            if (part.count() > 0) {
                var width = rounded(part.count() * scale);
                segments.add(new Segment(part.kind(), part.title() + ": " + part.count(), rounded(x), width));
                x += width;
            }
        }
        return new Bar(line.label(), line.value(), y, y + 14, rounded(x + 5), segments);
    }

    private static double rounded(double length) {
        return Math.round(length * 100) / 100.0;
    }
}
