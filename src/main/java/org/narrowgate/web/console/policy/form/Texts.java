package org.narrowgate.web.console.policy.form;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the fields of a form hold, by their names. */
public record Texts(Map<String, List<String>> fields) {
    public static final Texts NONE = new Texts(Map.of());

    public Texts {
        fields = fields.entrySet().stream().collect(toMap(Map.Entry::getKey, field -> List.copyOf(field.getValue())));
        fields = Map.copyOf(fields);
    }

    /** What a browser sent. It sends line ends as two characters, which nobody typed; and no database keeps a NUL. */
    public static Texts sent(Map<String, List<String>> form) {
        return new Texts(form.entrySet().stream()
                .filter(field -> !field.getKey().equals("csrf"))
                .collect(toMap(
                        Map.Entry::getKey,
                        field -> field.getValue().stream()
                                .map(text -> text.replace("\r\n", "\n").replace("\0", ""))
                                .toList())));
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Empty where nothing was typed or chosen. */
    public String one(String name) {
        return all(name).isEmpty() ? "" : all(name).getFirst();
    }

    public Texts with(Map<String, List<String>> others) {
        var both = new HashMap<>(fields);
        both.putAll(others);
        return new Texts(both);
    }
}
