package org.narrowgate.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Documents altered at random: mostly by what stands in the like place elsewhere, so that the rules have to refuse. */
final class Mutations {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;
    private final Map<String, List<JsonNode>> values = new HashMap<>();
    private final int strangeness;

    /** @param strangeness of ten values, how many are of another form than what stands there */
    Mutations(Random random, int strangeness) {
        this.random = random;
        this.strangeness = strangeness;
    }

    /** Learns what stands where in a document. */
    Mutations learning(String document) {
        collect("", parse(document));
        return this;
    }

    /** @param most how many places are altered, at least one */
    JsonNode of(String document, int most) {
        var mutated = parse(document);
        int mutations = 1 + random.nextInt(most);
        for (int mutation = 0; mutation < mutations; mutation++) {
            var containers = containersIn(mutated);
            change(containers.get(random.nextInt(containers.size())));
        }
        return mutated;
    }

    private void change(Container container) {
        switch (container.json()) {
            case ObjectNode object
            when !object.isEmpty() -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                var name = names.get(random.nextInt(names.size()));
                object.set(name, anyValueOf(kindOf(container.name(), name)));
            }
            case ArrayNode array
            when !array.isEmpty() && random.nextInt(3) == 0 -> array.remove(random.nextInt(array.size()));
            case ArrayNode array when array.size() > 1 && random.nextInt(3) == 0 -> array.add(array.remove(0));
            case ArrayNode array -> array.add(anyValueOf(container.name() + "/"));
            default -> {}
        }
    }

    private JsonNode anyValueOf(String kind) {
        var alike = values.getOrDefault(kind, List.of());
        if (alike.isEmpty() || random.nextInt(10) < strangeness) {
            return random.nextBoolean()
                    ? JsonNodeFactory.instance.numberNode(random.nextInt(-1, 40))
                    : JsonNodeFactory.instance.arrayNode();
        }
        return alike.get(random.nextInt(alike.size())).deepCopy();
    }

    private void collect(String name, JsonNode node) {
        node.properties().forEach(property -> {
            values.computeIfAbsent(kindOf(name, property.getKey()), kind -> new ArrayList<>())
                    .add(property.getValue());
            collect(property.getKey(), property.getValue());
        });
        if (node.isArray()) {
            node.forEach(item -> {
                values.computeIfAbsent(name + "/", kind -> new ArrayList<>()).add(item);
                collect(name, item);
            });
        }
    }

    /** All treatments are of one kind, whatever field they are of. */
    private static String kindOf(String container, String name) {
        return container.equals("treatments") ? container : name;
    }

    private static List<Container> containersIn(JsonNode document) {
        var containers = new ArrayList<Container>();
        containers.add(new Container("", document));
        for (int index = 0; index < containers.size(); index++) {
            var container = containers.get(index);
            container.json().properties().stream()
                    .filter(property -> property.getValue().isContainerNode())
                    .forEach(property -> containers.add(new Container(property.getKey(), property.getValue())));
            if (container.json().isArray()) {
                container.json().forEach(item -> containers.add(new Container(container.name(), item)));
            }
        }
        containers.removeIf(container -> !container.json().isContainerNode());
        return containers;
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private record Container(String name, JsonNode json) {}
}
