package org.narrowgate.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The dashboard and the rules that ship, and what their expressions name. */
public final class Monitoring {
    static final Path FOLDER = Path.of("k8s", "base", "monitoring");
    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?!by\\b|and\\b|or\\b|offset\\b)([a-z_][a-z0-9_]*)\\b(?!\\s*\\()(\\{[^}]*})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!=|=)\\s*\"([^\"]*)\"");

    private Monitoring() {}

    /** A series as an expression asks for it, with the labels that are matched or grouped by. */
    public record Selector(String metric, Set<String> labels, Map<String, List<String>> values) {}

    public static List<String> dashboard() throws IOException {
        var dashboard = new ObjectMapper()
                .readTree(FOLDER.resolve("narrowgate-dashboard.json").toFile());
        return dashboard.findValuesAsText("expr");
    }

    public static List<String> rules() throws IOException {
        return specification().findValuesAsText("expr");
    }

    static JsonNode specification() throws IOException {
        return YAML.readTree(FOLDER.resolve("narrowgate-rules.yaml").toFile()).get("spec");
    }

    /** Every series that an expression names; what it groups by counts as a label of each of them. */
    public static List<Selector> selectors(String expression) {
        var grouped = new HashSet<String>();
        GROUPING.matcher(expression)
                .results()
                .forEach(by -> grouped.addAll(List.of(by.group(1).split(",\\s*"))));
        var plain = GROUPING.matcher(expression)
                .replaceAll("")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\boffset \\w+", "");
        var found = new ArrayList<Selector>();
        METRIC.matcher(plain).results().forEach(metric -> {
            var labels = new HashSet<>(grouped);
            var values = new HashMap<String, List<String>>();
            MATCHER.matcher(metric.group(2) == null ? "" : metric.group(2))
                    .results()
                    .forEach(matcher -> {
                        labels.add(matcher.group(1));
                        values.put(matcher.group(1), List.of(matcher.group(3).split("\\|")));
                    });
            found.add(new Selector(metric.group(1), Set.copyOf(labels), Map.copyOf(values)));
        });
        return List.copyOf(found);
    }
}
