package org.narrowgate.observation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an application tells Prometheus, read as its text format says. */
public record Scrape(String text, Map<String, Set<String>> labels, Map<String, Double> series) {
    private static final Pattern LINE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(\\{.*?})? (\\S+)(?: # .*)?$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    public static Scrape of(String text) {
        var labels = new HashMap<String, Set<String>>();
        var series = new HashMap<String, Double>();
        LINE.matcher(text).results().forEach(line -> {
            var braces = line.group(2) == null ? "" : line.group(2);
            var names = labels.computeIfAbsent(line.group(1), _ -> new HashSet<>());
            LABEL.matcher(braces).results().map(found -> found.group(1)).forEach(names::add);
            series.put(line.group(1) + braces, Double.valueOf(line.group(3)));
        });
        return new Scrape(text, Map.copyOf(labels), Map.copyOf(series));
    }

    /** 0 where there is none yet: a counter is there from its first count. */
    public double value(String name) {
        return series.getOrDefault(name, 0.0);
    }

    /** What this label says on metrics of this beginning. */
    public Set<String> valuesOf(String beginning, String label) {
        return series.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .flatMap(name -> LABEL.matcher(name).results())
                .filter(found -> found.group(1).equals(label))
                .map(found -> found.group(2))
                .collect(toUnmodifiableSet());
    }
}
