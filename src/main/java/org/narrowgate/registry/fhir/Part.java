package org.narrowgate.registry.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.Period;

/** A part of a resource and the path to it, so that a fault can be named without its content. */
record Part(JsonNode node, String path) {
    private static final int LONGEST_TEXT = 255;

    // A name given twice is a fault: two readers could take two different values for the protection of a person.
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    static Part resource(byte[] line, String type) throws UnreadableResourceException {
        var node = parse(line);
        if (!node.isObject()) {
            throw new UnreadableResourceException("not a JSON object");
        }
        if (!type.equals(node.path("resourceType").asText())) {
            throw new UnreadableResourceException("resourceType is not " + type);
        }
        return new Part(node, "");
    }

    Optional<Part> part(String name) throws UnreadableResourceException {
        var child = node.path(name);
        if (isAbsent(child)) {
            return Optional.empty();
        }
        var part = new Part(child, path(name));
        if (!child.isObject()) {
            throw part.fault("is not an object");
        }
        return Optional.of(part);
    }

    /** The objects of a list; none where it is absent. */
    List<Part> each(String name) throws UnreadableResourceException {
        var parts = new ArrayList<Part>();
        for (var element : elements(name)) {
            if (!element.node.isObject()) {
                throw element.fault("is not an object");
            }
            parts.add(element);
        }
        return parts;
    }

    /** The texts of a list, blank ones left out. */
    List<String> texts(String name) throws UnreadableResourceException {
        var texts = new ArrayList<String>();
        for (var element : elements(name)) {
            element.asText().ifPresent(texts::add);
        }
        return texts;
    }

    /** Empty where absent or blank. */
    Optional<String> text(String name) throws UnreadableResourceException {
        return new Part(node.path(name), path(name)).asText();
    }

    Optional<Boolean> truth(String name) throws UnreadableResourceException {
        var child = node.path(name);
        if (isAbsent(child)) {
            return Optional.empty();
        }
        if (!child.isBoolean()) {
            throw new Part(child, path(name)).fault("is neither true nor false");
        }
        return Optional.of(child.booleanValue());
    }

    Period period() throws UnreadableResourceException {
        var period = part("period");
        return period.isEmpty()
                ? Period.ALWAYS
                : new Period(period.get().dateTime("start"), period.get().dateTime("end"));
    }

    Optional<PartialDate> dateTime(String name) throws UnreadableResourceException {
        var text = text(name);
        var date = text.flatMap(PartialDate::parseDateTime);
        if (text.isPresent() && date.isEmpty()) {
            throw new Part(node, path(name)).fault("is not a date");
        }
        return date;
    }

    UnreadableResourceException fault(String what) {
        return new UnreadableResourceException(path + " " + what);
    }

    private Optional<String> asText() throws UnreadableResourceException {
        if (isAbsent(node)) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw fault("is not text");
        }
        var text = node.textValue().strip();
        if (text.length() > LONGEST_TEXT) {
            throw fault("is longer than " + LONGEST_TEXT + " characters");
        }
        // PostgreSQL keeps neither; and no name or address holds them.
        if (text.codePoints().anyMatch(Part::isNoCharacter)) {
            throw fault("holds a control character or half a character");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private List<Part> elements(String name) throws UnreadableResourceException {
        var child = node.path(name);
        if (isAbsent(child)) {
            return List.of();
        }
        if (!child.isArray()) {
            throw new Part(child, path(name)).fault("is not a list");
        }
        var elements = new ArrayList<Part>(child.size());
        for (int index = 0; index < child.size(); index++) {
            elements.add(new Part(child.get(index), path(name) + "[" + index + "]"));
        }
        return elements;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static boolean isNoCharacter(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static JsonNode parse(byte[] line) throws UnreadableResourceException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            // Without its cause: that quotes the line.
            throw new UnreadableResourceException("not JSON");
        } catch (IOException e) {
            // Malformed UTF-8 comes this way.
            throw new UnreadableResourceException("not JSON in UTF-8");
        }
    }

    @Override
    public String toString() {
        return "Part[" + path + "]";
    }
}
