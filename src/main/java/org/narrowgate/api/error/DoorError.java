package org.narrowgate.api.error;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An error as it leaves: a code of the catalogue and what helps to correct it.
 *
 * @param field the input it is about
 * @param path the response field it took away
 * @param locations places in the operation's text
 */
public record DoorError(
        ErrorCode code,
        String message,
        Optional<String> field,
        List<Fault> faults,
        List<Object> path,
        List<Location> locations) {
    public DoorError {
        faults = List.copyOf(faults);
        path = List.copyOf(path);
        locations = List.copyOf(locations);
    }

    /** A line and column of the operation's text, from 1. */
    @RegisterForReflection
    public record Location(int line, int column) {}

    public static DoorError of(ErrorCode code) {
        return new DoorError(code, code.meaning(), Optional.empty(), List.of(), List.of(), List.of());
    }

    static DoorError of(RefusedOperationException refused) {
        return new DoorError(
                refused.code(), refused.sentence(), refused.field(), refused.faults(), List.of(), List.of());
    }

    DoorError saying(String sentence) {
        return new DoorError(code, sentence, field, faults, path, locations);
    }

    /** The same, said of one input. */
    public DoorError about(String input) {
        return new DoorError(code, message, Optional.of(input), faults, path, locations);
    }

    DoorError at(List<Object> responsePath, List<Location> places) {
        return new DoorError(code, message, field, faults, responsePath, places);
    }

    /** As the GraphQL specification writes an error. */
    public Map<String, Object> specification() {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", message);
        if (!locations.isEmpty()) {
            error.put("locations", locations);
        }
        if (!path.isEmpty()) {
            error.put("path", path);
        }
        error.put("extensions", extensions());
        return error;
    }

    private Map<String, Object> extensions() {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", code);
        field.ifPresent(named -> extensions.put("field", named));
        if (!faults.isEmpty()) {
            extensions.put("faults", faults);
        }
        return extensions;
    }
}
