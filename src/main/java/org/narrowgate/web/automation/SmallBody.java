package org.narrowgate.web.automation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.policy.PolicyFaultsException;

/** A JSON object of a few properties that came with a call. It notes every fault and is read to its end. */
final class SmallBody {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode json;
    private final List<PolicyFault> faults = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private SmallBody(JsonNode json) {
        this.json = json;
    }

    /** @throws PolicyFaultsException where it is no object; nothing at all is one without properties */
    static SmallBody of(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return new SmallBody(JsonNodeFactory.instance.objectNode());
        }
        try {
            var json = JSON.readTree(body);
            if (json.isObject()) {
                return new SmallBody(json);
            }
        } catch (JsonProcessingException e) {
            throw faulty(List.of(new PolicyFault("", "not JSON, or a property is named twice")));
        }
        throw faulty(List.of(new PolicyFault("", "not an object")));
    }

    /** Empty text where it is missing or none: {@link #end} then fails. */
    String text(String name) {
        var text = optional(
                name,
                "not a text",
                value -> Optional.of(value).filter(JsonNode::isTextual).map(JsonNode::textValue));
        if (text.isEmpty() && !json.has(name)) {
            faults.add(new PolicyFault("/" + name, "missing"));
        }
        return text.orElse("");
    }

    Optional<Instant> moment(String name) {
        return optional(name, "not a moment like `2018-05-09T00:00:00Z`", SmallBody::asMoment);
    }

    Optional<Integer> number(String name) {
        return optional(name, "not a whole number", SmallBody::asNumber);
    }

    /** Empty where there is no such list. */
    Set<Integer> numbers(String name) {
        return optional(name, "not a list of whole numbers", SmallBody::asNumbers)
                .orElseGet(Set::of);
    }

    Optional<LocalDate> day(String name) {
        return optional(name, "not a day like `2018-05-09`", SmallBody::asDay);
    }

    /** One of these words. */
    Optional<String> word(String name, List<String> words) {
        return optional(
                name,
                "not one of `" + String.join("`, `", words) + "`",
                value -> Optional.of(value).map(JsonNode::textValue).filter(words::contains));
    }

    /** An object of whole numbers from nothing to the most, in its order. */
    Optional<Map<String, Integer>> numbersByName(String name, int most) {
        return optional(
                name, "not an object of whole numbers from 0 to " + most, value -> asNumbersByName(value, most));
    }

    /** What is wrong with a part that the rest makes out of place. */
    void fault(String name, String message) {
        faults.add(new PolicyFault("/" + name, message));
    }

    /** To be called when everything was asked for. @throws PolicyFaultsException with every fault */
    void end() {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add(new PolicyFault("/" + name.replace("~", "~0").replace("/", "~1"), "unknown property"));
            }
        });
        if (!faults.isEmpty()) {
            throw faulty(faults);
        }
    }

    private <T> Optional<T> optional(String name, String otherwise, Function<JsonNode, Optional<T>> read) {
        known.add(name);
        var value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        var found = read.apply(value);
        if (found.isEmpty()) {
            faults.add(new PolicyFault("/" + name, otherwise));
        }
        return found;
    }

    private static Optional<Instant> asMoment(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(Instant.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> asDay(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(LocalDate.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, Integer>> asNumbersByName(JsonNode value, int most) {
        if (!value.isObject()) {
            return Optional.empty();
        }
        var numbers = new LinkedHashMap<String, Integer>();
        value.properties()
                .forEach(property -> asNumber(property.getValue())
                        .filter(number -> number >= 0 && number <= most)
                        .ifPresent(number -> numbers.put(property.getKey(), number)));
        return numbers.size() == value.size() ? Optional.of(numbers) : Optional.empty();
    }

    private static Optional<Integer> asNumber(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt() ? Optional.of(value.intValue()) : Optional.empty();
    }

    private static Optional<Set<Integer>> asNumbers(JsonNode value) {
        if (!value.isArray()) {
            return Optional.empty();
        }
        var numbers = IntStream.range(0, value.size())
                .mapToObj(value::get)
                .flatMap(item -> asNumber(item).stream())
                .toList();
        return numbers.size() == value.size() ? Optional.of(Set.copyOf(numbers)) : Optional.empty();
    }

    private static PolicyFaultsException faulty(List<PolicyFault> faults) {
        return new PolicyFaultsException(faults);
    }
}
