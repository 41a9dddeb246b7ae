package org.narrowgate.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The shipped document, altered in one place after the other. */
final class ShippedDocument {
    /** One that none of the shipped purposes has. */
    static final String EMBARGO = "{\"days\": 30, \"reviewBy\": \"2019-05-09\", \"reason\": \"a hunt is on\"}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;

    ShippedDocument() {
        this(Policy.shipped().canonicalJson());
    }

    private ShippedDocument(String json) {
        this.root = parse(json);
    }

    /** As it was in another release. */
    static ShippedDocument of(String json) {
        return new ShippedDocument(json);
    }

    /** Sets a property or replaces an item; a pointer that ends in {@code /-} adds one. */
    ShippedDocument with(String pointer, String json) {
        var at = JsonPointer.compile(pointer);
        var parent = root.at(at.head());
        var name = at.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.set(name, parse(json));
        } else if (name.equals("-")) {
            ((ArrayNode) parent).add(parse(json));
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), parse(json));
        }
        return this;
    }

    ShippedDocument without(String pointer) {
        var at = JsonPointer.compile(pointer);
        var parent = root.at(at.head());
        var name = at.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else {
            ((ArrayNode) parent).remove(Integer.parseInt(name));
        }
        return this;
    }

    /** Without what a document may do without. */
    ShippedDocument drop(String pointer) {
        return root.at(pointer).isMissingNode() ? this : without(pointer);
    }

    /** What stands at a pointer, as JSON. */
    String at(String pointer) {
        return root.at(pointer).toString();
    }

    String json() {
        return root.toString();
    }

    Policy policy() {
        return Policy.read(json());
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
