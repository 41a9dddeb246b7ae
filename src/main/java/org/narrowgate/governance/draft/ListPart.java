package org.narrowgate.governance.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An element of a list in a document, by what names it there. */
final class ListPart {
    /** What names an element, by the first of these that it has. */
    private static final List<String> NAMES = List.of("id", "purpose", "agency", "type");

    private ListPart() {}

    /** @param name what names the element, or its number in the list */
    static Optional<Integer> indexOf(ArrayNode list, String name) {
        return IntStream.range(0, list.size())
                .filter(index -> nameOf(list.get(index)).filter(name::equals).isPresent())
                .boxed()
                .findFirst()
                .or(() -> number(name).filter(index -> index < list.size()));
    }

    /** What names it; empty for a word or a number, which is its own name. */
    static Optional<String> nameOf(JsonNode element) {
        return NAMES.stream()
                .filter(element::has)
                .findFirst()
                .map(name -> element.get(name).asText());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("0|[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
