package org.narrowgate.web.console.policy.form;

import static java.util.function.Predicate.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One value of a document, to be typed or chosen.
 *
 * @param pointer where it stands, beginning at the document
 * @param options what can be chosen; empty where it is typed
 */
public record Input(String pointer, String label, String hint, Kind kind, List<Option> options) {
    public Input {
        options = List.copyOf(options);
    }

    /** How a value is typed. */
    public enum Kind {
        TEXT,
        /** A text of several lines. */
        PASSAGE,
        OPTIONAL_PASSAGE,
        NUMBER,
        OPTIONAL_NUMBER,
        DAY,
        OPTIONAL_DAY,
        OPTIONAL_TIME,
        /** One of the options. */
        CHOICE,
        OPTIONAL_CHOICE,
        /** Any of the options. */
        SEVERAL,
        /** A list of words, one a line. */
        LINES,
        /** A list of numbers with commas between them. */
        NUMBERS
    }

    public static Input typed(Kind kind, String pointer, String label, String hint) {
        return new Input(pointer, label, hint, kind, List.of());
    }

    /** What the form shows for a value; nothing for one that is not there. */
    List<String> texts(Optional<JsonNode> value) {
        return switch (kind) {
            case TEXT,
                    PASSAGE,
                    OPTIONAL_PASSAGE,
                    NUMBER,
                    OPTIONAL_NUMBER,
                    DAY,
                    OPTIONAL_DAY,
                    OPTIONAL_TIME,
                    CHOICE,
                    OPTIONAL_CHOICE -> value.map(JsonNode::asText).map(List::of).orElse(List.of());
            case SEVERAL -> inOrder(value.map(Input::words).orElse(List.of()));
            case LINES ->
                value.map(list -> List.of(String.join("\n", words(list)))).orElse(List.of());
            case NUMBERS ->
                value.map(list -> List.of(String.join(", ", words(list)))).orElse(List.of());
        };
    }

    /**
     * The value of what was typed; nothing where an optional one is left out. What is no such value is passed on as the
     * text it is: the document's own rules refuse it, and say why.
     */
    Optional<JsonNode> value(List<String> texts) {
        var text = texts.isEmpty() ? "" : texts.getFirst().strip();
        return switch (kind) {
            case TEXT, PASSAGE, DAY, CHOICE -> Optional.of(TextNode.valueOf(text));
            case OPTIONAL_PASSAGE, OPTIONAL_DAY, OPTIONAL_TIME, OPTIONAL_CHOICE ->
                Optional.of(text).filter(not(String::isEmpty)).map(TextNode::valueOf);
            case NUMBER -> Optional.of(number(text));
            case OPTIONAL_NUMBER ->
                Optional.of(text).filter(not(String::isEmpty)).map(Input::number);
            case SEVERAL -> Optional.of(list(inOrder(texts), TextNode::valueOf));
            case LINES -> Optional.of(list(parts(text, "\n"), TextNode::valueOf));
            case NUMBERS -> Optional.of(list(parts(text, "[,\\s]+"), Input::number));
        };
    }

    // Words that are no option go last and are kept: the document's rules have the say.
    private List<String> inOrder(List<String> words) {
        var known = options.stream().map(Option::value).filter(words::contains).toList();
        var others = words.stream().filter(not(known::contains)).toList();
        return Stream.concat(known.stream(), others.stream()).toList();
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> parts(String text, String between) {
        return Arrays.stream(text.split(between))
                .map(String::strip)
                .filter(not(String::isEmpty))
                .toList();
    }

    private static ArrayNode list(List<String> words, Function<String, ? extends JsonNode> value) {
        var list = JsonNodeFactory.instance.arrayNode();
        words.forEach(word -> list.add(value.apply(word)));
        return list;
    }

    private static JsonNode number(String text) {
        return text.matches("-?[0-9]{1,9}") ? IntNode.valueOf(Integer.parseInt(text)) : TextNode.valueOf(text);
    }
}
