package org.narrowgate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One object of a document being read. It hands out properties and notes every fault; where a property cannot be
 * read, what it hands out instead is the narrowest there is, so that reading can go on to find further faults.
 */
final class DocumentPart {
    static final int LONGEST_TEXT = 500;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String NO_DATE = "not a date like `2018-05-09`";

    private final JsonNode json;
    private final String pointer;
    private final List<PolicyFault> faults;
    private final Set<String> known = new HashSet<>();

    private DocumentPart(JsonNode json, String pointer, List<PolicyFault> faults) {
        this.json = json;
        this.pointer = pointer;
        this.faults = faults;
    }

    static DocumentPart of(JsonNode json, String pointer, List<PolicyFault> faults) {
        if (json.isObject()) {
            return new DocumentPart(json, pointer, faults);
        }
        faults.add(new PolicyFault(pointer, "not an object"));
        // That all its properties are missing as well goes without saying.
        return new DocumentPart(JsonNodeFactory.instance.objectNode(), pointer, new ArrayList<>());
    }

    String text(String name) {
        return required(name, this::asText).orElse("");
    }

    /** Where it cannot be read: the least. */
    int number(String name, int least, int most) {
        return required(name, (at, value) -> asNumber(at, value, least, most)).orElse(least);
    }

    /** A number that is the only one it may be. */
    void only(String name, int number, String what) {
        required(
                name,
                (at, value) -> value.isNumber() && value.doubleValue() == number
                        ? Optional.of(number)
                        : noted(at, "`" + value + "` is not " + what));
    }

    OptionalInt optionalNumber(String name, int least, int most) {
        return optional(name, (at, value) -> asNumber(at, value, least, most))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Those of a list that can be read. */
    List<Integer> numbers(String name, int least, int most) {
        return items(name)
                .flatMap(item -> asNumber(item.pointer(), item.json(), least, most).stream())
                .toList();
    }

    LocalDate date(String name) {
        return required(name, this::asDate).orElse(LocalDate.MIN);
    }

    Optional<LocalDate> optionalDate(String name) {
        return optional(name, this::asDate);
    }

    /** @param read gives nothing where the word is none of those it knows */
    <T> T word(String name, String what, Function<String, Optional<T>> read, T narrowest) {
        return required(name, (at, value) -> asWord(at, value, what, read)).orElse(narrowest);
    }

    <T> Optional<T> optionalWord(String name, String what, Function<String, Optional<T>> read) {
        return optional(name, (at, value) -> asWord(at, value, what, read));
    }

    <E extends Enum<E>> E oneOf(Class<E> words, String name, E narrowest) {
        return oneOf(words, name).orElse(narrowest);
    }

    /** Nothing where it is missing or another word. */
    <E extends Enum<E>> Optional<E> oneOf(Class<E> words, String name) {
        var all = List.of(words.getEnumConstants());
        return required(name, (at, value) -> asWord(at, value, "one of " + all, word -> named(all, word)));
    }

    /** A list without repetition. */
    <T> List<T> words(String name, String what, Function<String, Optional<T>> read) {
        var seen = new HashSet<T>();
        return items(name)
                .flatMap(item -> asWord(item.pointer(), item.json(), what, read)
                        .flatMap(word -> seen.add(word)
                                ? Optional.of(word)
                                : noted(item.pointer(), quoted(item.json()) + " is named twice"))
                        .stream())
                .toList();
    }

    DocumentPart part(String name) {
        return required(name, (at, value) -> Optional.of(of(value, at, faults)))
                .orElseGet(() -> new DocumentPart(JsonNodeFactory.instance.objectNode(), pointer, new ArrayList<>()));
    }

    Optional<DocumentPart> optionalPart(String name) {
        return optional(name, (at, value) -> Optional.of(of(value, at, faults)));
    }

    List<DocumentPart> parts(String name) {
        return items(name).map(item -> of(item.json(), item.pointer(), faults)).toList();
    }

    /** Notes every property that nobody asked for. To be called when the whole object was read. */
    void end() {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add(new PolicyFault(at(name), "unknown property"));
            }
        });
    }

    private Stream<Item> items(String name) {
        return required(name, this::asList).stream().flatMap(List::stream);
    }

    private Optional<List<Item>> asList(String at, JsonNode value) {
        if (!value.isArray()) {
            return noted(at, "not a list");
        }
        return Optional.of(IntStream.range(0, value.size())
                .mapToObj(index -> new Item(at + "/" + index, value.get(index)))
                .toList());
    }

    private Optional<String> asText(String at, JsonNode value) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            return noted(at, "not a text");
        }
        var text = value.textValue();
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? Optional.of(value.textValue())
                : noted(at, "longer than " + LONGEST_TEXT + " characters");
    }

    private Optional<Integer> asNumber(String at, JsonNode value, int least, int most) {
        boolean whole = value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt();
        return whole && value.intValue() >= least && value.intValue() <= most
                ? Optional.of(value.intValue())
                : noted(at, "not a whole number from " + least + " to " + most);
    }

    private Optional<LocalDate> asDate(String at, JsonNode value) {
        if (!value.isTextual() || !DATE.matcher(value.textValue()).matches()) {
            return noted(at, NO_DATE);
        }
        try {
            return Optional.of(LocalDate.parse(value.textValue()));
        } catch (DateTimeParseException e) {
            return noted(at, NO_DATE);
        }
    }

    private <T> Optional<T> asWord(String at, JsonNode value, String what, Function<String, Optional<T>> read) {
        if (!value.isTextual()) {
            return noted(at, "not a text");
        }
        return read.apply(value.textValue()).or(() -> noted(at, quoted(value) + " is not " + what));
    }

    private <T> Optional<T> required(String name, Reading<T> reading) {
        if (!json.has(name)) {
            known.add(name);
            return noted(at(name), "missing");
        }
        return optional(name, reading);
    }

    private <T> Optional<T> optional(String name, Reading<T> reading) {
        known.add(name);
        var value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        return value.isNull() ? noted(at(name), "null") : reading.read(at(name), value);
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private <T> Optional<T> noted(String at, String message) {
        faults.add(new PolicyFault(at, message));
        return Optional.empty();
    }

    private static String quoted(JsonNode word) {
        return "`" + word.asText() + "`";
    }

    private static <E extends Enum<E>> Optional<E> named(List<E> words, String word) {
        return words.stream().filter(value -> value.name().equals(word)).findFirst();
    }

    private record Item(String pointer, JsonNode json) {}

    private interface Reading<T> {
        Optional<T> read(String at, JsonNode value);
    }
}
