package org.narrowgate.api.ask;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of an input object as the engine gives them, each known to be of the kind that the schema declares. */
record SentFields(Map<String, Object> fields) {
    String demanded(String name) {
        return requireNonNull(text(name));
    }

    @Nullable
    String text(String name) {
        return (String) fields.get(name);
    }

    @Nullable
    Integer number(String name) {
        return fields.get(name) instanceof Number given ? Math.toIntExact(given.longValue()) : null;
    }

    boolean truth(String name) {
        return (boolean) requireNonNull(fields.get(name));
    }

    @Nullable
    <E extends Enum<E>> E oneOf(String name, Class<E> names) {
        var value = fields.get(name);
        return value == null ? null : Enum.valueOf(names, value.toString());
    }

    @SuppressWarnings("unchecked") // the schema declares a list of text
    @Nullable
    List<String> texts(String name) {
        return (List<String>) fields.get(name);
    }

    @SuppressWarnings("unchecked") // the schema declares an object
    Optional<SentFields> object(String name) {
        return Optional.ofNullable((Map<String, Object>) fields.get(name)).map(SentFields::new);
    }

    @Override
    public String toString() {
        return "SentFields[masked]";
    }
}
