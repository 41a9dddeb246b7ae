package org.narrowgate.governance.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Joins what two documents made of a third: a part that only one of them changed is as that one has it. Where both
 * changed the same, ours stays, and is noted as a conflict.
 */
final class ThreeWays {
    private final List<String> conflicts = new ArrayList<>();

    /** In words, in the order of the document. */
    List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    JsonNode join(JsonNode before, JsonNode ours, JsonNode theirs) {
        return join("", Optional.of(before), Optional.of(ours), Optional.of(theirs))
                .orElse(ours);
    }

    /** Empty: not there. */
    private Optional<JsonNode> join(
            String at, Optional<JsonNode> before, Optional<JsonNode> ours, Optional<JsonNode> theirs) {
        if (ours.equals(theirs) || theirs.equals(before)) {
            return ours;
        }
        if (ours.equals(before)) {
            return theirs;
        }
        if (isObject(ours) && isObject(theirs)) {
            return Optional.of(joinMembers(at, members(before), members(ours), members(theirs)));
        }
        if (isList(ours) && isList(theirs)) {
            return Optional.of(joinLists(at, before, ours.get(), theirs.get()));
        }
        return conflict(at, ours, theirs);
    }

    private JsonNode joinMembers(
            String at, Map<String, JsonNode> before, Map<String, JsonNode> ours, Map<String, JsonNode> theirs) {
        var joined = JsonNodeFactory.instance.objectNode();
        joined.setAll(joinAll(at, before, ours, theirs));
        return joined;
    }

    private JsonNode joinLists(String at, Optional<JsonNode> before, JsonNode ours, JsonNode theirs) {
        var was = before.filter(JsonNode::isArray).orElseGet(JsonNodeFactory.instance::arrayNode);
        if (isNamed(was) && isNamed(ours) && isNamed(theirs)) {
            return list(joinAll(at, elements(was), elements(ours), elements(theirs)));
        }
        if (isNumbers(ours) || isNumbers(theirs)) {
            return conflict(at, Optional.of(ours), Optional.of(theirs)).orElse(ours);
        }
        return list(joinAll(at, words(was), words(ours), words(theirs)));
    }

    // In their order, with what only we have at the end: a list's order says nothing in a policy document.
    private Map<String, JsonNode> joinAll(
            String at, Map<String, JsonNode> before, Map<String, JsonNode> ours, Map<String, JsonNode> theirs) {
        var joined = new LinkedHashMap<String, JsonNode>();
        for (var name : namesOf(theirs, ours)) {
            join(at + "/" + name, held(before, name), held(ours, name), held(theirs, name))
                    .ifPresent(part -> joined.put(name, part));
        }
        return joined;
    }

    private Optional<JsonNode> conflict(String at, Optional<JsonNode> ours, Optional<JsonNode> theirs) {
        conflicts.add("both changed " + at + ": the draft keeps " + said(ours) + ", the version in force has "
                + said(theirs));
        return ours;
    }

    private static Set<String> namesOf(Map<String, JsonNode> theirs, Map<String, JsonNode> ours) {
        var names = new LinkedHashSet<>(theirs.keySet());
        names.addAll(ours.keySet());
        return names;
    }

    private static Optional<JsonNode> held(Map<String, JsonNode> parts, String name) {
        return Optional.ofNullable(parts.get(name));
    }

    private static Map<String, JsonNode> members(Optional<JsonNode> part) {
        var members = new LinkedHashMap<String, JsonNode>();
        part.filter(JsonNode::isObject)
                .ifPresent(object -> object.properties().forEach(it -> members.put(it.getKey(), it.getValue())));
        return members;
    }

    private static Map<String, JsonNode> elements(JsonNode list) {
        var elements = new LinkedHashMap<String, JsonNode>();
        list.forEach(element -> elements.put(ListPart.nameOf(element).orElse(""), element));
        return elements;
    }

    private static Map<String, JsonNode> words(JsonNode list) {
        var words = new LinkedHashMap<String, JsonNode>();
        list.forEach(word -> words.put(word.asText(), word));
        return words;
    }

    private static ArrayNode list(Map<String, JsonNode> parts) {
        return JsonNodeFactory.instance.arrayNode().addAll(parts.values());
    }

    private static boolean isNamed(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .allMatch(element -> ListPart.nameOf(element).isPresent());
    }

    private static boolean isNumbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(JsonNode::isNumber);
    }

    private static boolean isObject(Optional<JsonNode> part) {
        return part.filter(ObjectNode.class::isInstance).isPresent();
    }

    private static boolean isList(Optional<JsonNode> part) {
        return part.filter(ArrayNode.class::isInstance).isPresent();
    }

    private static String said(Optional<JsonNode> part) {
        return part.map(value -> value.isContainerNode() ? "its own" : "`" + value.asText() + "`")
                .orElse("nothing there");
    }
}
