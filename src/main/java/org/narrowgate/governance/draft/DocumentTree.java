package org.narrowgate.governance.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.policy.PolicyFaultsException;

/** A document's JSON, to be changed at its pointers. What comes of it is read strictly afterwards, as a whole. */
public final class DocumentTree {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode root;

    private DocumentTree(JsonNode root) {
        this.root = root;
    }

    /** @param document JSON in which no fault was found */
    public static DocumentTree of(String document) {
        try {
            return new DocumentTree(JSON.readTree(document));
        } catch (JsonProcessingException e) {
            // Without its cause, which quotes the document.
            throw new IllegalStateException("a kept document is not JSON");
        }
    }

    JsonNode root() {
        return root;
    }

    String json() {
        return root.toString();
    }

    /** The part at a pointer; empty where there is none. */
    public Optional<JsonNode> find(String pointer) {
        return find(segments(pointer));
    }

    /** What the elements of a list are called, in order; none where there is no list. */
    public List<String> names(String list) {
        return find(list).filter(ArrayNode.class::isInstance).stream()
                .flatMap(found -> StreamSupport.stream(found.spliterator(), false))
                .flatMap(element -> ListPart.nameOf(element).stream())
                .toList();
    }

    /** The same pointer with elements named by what names them, where it named them by their number. */
    public String named(String pointer) {
        var named = "";
        for (var segment : segments(pointer)) {
            named += "/" + find(named).map(parent -> nameIn(parent, segment)).orElse(segment);
        }
        return named;
    }

    private static String nameIn(JsonNode parent, String segment) {
        return parent instanceof ArrayNode list
                ? ListPart.indexOf(list, segment)
                        .flatMap(index -> ListPart.nameOf(list.get(index)))
                        .orElse(segment)
                : segment;
    }

    /** @throws PolicyFaultsException where there is nothing at an edit's pointer to edit */
    public void edit(List<Edit> edits) {
        edits.forEach(this::edit);
    }

    private void edit(Edit edit) {
        switch (edit) {
            case Edit.Replace replace -> replace(replace);
            case Edit.Add add -> add(add);
            case Edit.Remove remove -> remove(remove);
        }
    }

    private void replace(Edit.Replace edit) {
        var place = place(edit.pointer());
        switch (place.parent()) {
            case ObjectNode object -> object.set(place.name(), edit.part());
            case ArrayNode list -> list.set(element(list, place.name(), edit.pointer()), edit.part());
            default -> throw nothingAt(edit.pointer());
        }
    }

    private void add(Edit.Add edit) {
        if (!(find(segments(edit.pointer())).orElseThrow(() -> nothingAt(edit.pointer())) instanceof ArrayNode list)) {
            throw fault(edit.pointer(), "not a list");
        }
        list.add(edit.part());
    }

    private void remove(Edit.Remove edit) {
        var place = place(edit.pointer());
        switch (place.parent()) {
            case ObjectNode object when object.has(place.name()) -> object.remove(place.name());
            case ArrayNode list -> list.remove(element(list, place.name(), edit.pointer()));
            default -> throw nothingAt(edit.pointer());
        }
    }

    private Place place(String pointer) {
        var segments = segments(pointer);
        if (segments.isEmpty()) {
            throw fault("", "only the whole document is here, and it is replaced by another document");
        }
        var parent = find(segments.subList(0, segments.size() - 1)).orElseThrow(() -> nothingAt(pointer));
        return new Place(parent, segments.getLast());
    }

    private Optional<JsonNode> find(List<String> segments) {
        Optional<JsonNode> found = Optional.of(root);
        for (var segment : segments) {
            found = found.flatMap(parent -> switch (parent) {
                case ArrayNode list -> ListPart.indexOf(list, segment).map(list::get);
                default -> Optional.ofNullable(parent.get(segment));
            });
        }
        return found;
    }

    private static int element(ArrayNode list, String name, String pointer) {
        return ListPart.indexOf(list, name).orElseThrow(() -> nothingAt(pointer));
    }

    private static List<String> segments(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        if (!pointer.startsWith("/")) {
            throw fault(pointer, "not a JSON pointer");
        }
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static PolicyFaultsException nothingAt(String pointer) {
        return fault(pointer, "there is nothing here");
    }

    private static PolicyFaultsException fault(String pointer, String message) {
        return new PolicyFaultsException(List.of(new PolicyFault(pointer, message)));
    }

    private record Place(JsonNode parent, String name) {}
}
