package org.narrowgate.web.console.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What an entry's circumstances say; what they do not say, or not in the expected form, is empty. */
final class Told {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode said;

    private Told(JsonNode said) {
        this.said = said;
    }

    /** Empty where they are no JSON object: somebody changed the database. */
    static Optional<Told> read(byte[] circumstances) {
        try {
            return Optional.of(JSON.readTree(circumstances))
                    .filter(JsonNode::isObject)
                    .map(Told::new);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String text(String member) {
        var value = said.path(member);
        return value.isTextual() ? value.textValue() : "";
    }

    OptionalInt number(String member) {
        var value = said.path(member);
        return value.canConvertToInt() && value.isIntegralNumber()
                ? OptionalInt.of(value.intValue())
                : OptionalInt.empty();
    }

    /** Paths of fields that left as they are held. */
    List<String> released() {
        var paths = new ArrayList<String>();
        said.path("released").forEach(path -> paths.add(path.asText()));
        return paths;
    }

    /** Precisions by paths. */
    Map<String, String> generalised() {
        var precisions = new LinkedHashMap<String, String>();
        said.path("generalised")
                .properties()
                .forEach(each -> precisions.put(each.getKey(), each.getValue().asText()));
        return precisions;
    }

    List<String> withheld() {
        var paths = new ArrayList<String>();
        said.path("withheld").forEach(each -> paths.add(each.path("field").asText()));
        return paths;
    }

    /** Every member with its value on one line, in the order of the entry. */
    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        said.properties().forEach(each -> all.put(each.getKey(), line(each.getValue())));
        return all;
    }

    private static String line(JsonNode value) {
        if (value.isArray()) {
            var items = new ArrayList<String>();
            value.forEach(item -> items.add(line(item)));
            return items.isEmpty() ? "none" : String.join(", ", items);
        }
        if (value.isObject()) {
            var members = new ArrayList<String>();
            value.properties().forEach(each -> members.add(each.getKey() + ": " + line(each.getValue())));
            return members.isEmpty() ? "none" : String.join("; ", members);
        }
        return value.asText();
    }
}
