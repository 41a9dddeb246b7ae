package org.narrowgate.governance.consultation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Direction;
import org.narrowgate.policy.PurposeId;

/** A difference as the table holds it. */
final class ChangesJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

    private ChangesJson() {}

    private record Line(
            String direction,
            @Nullable String agency,
            @Nullable String purpose,
            String words) {}

    static String write(List<Change> changes) {
        var lines = changes.stream()
                .map(change -> new Line(
                        change.direction().name(),
                        change.agency().map(AgencyId::value).orElse(null),
                        change.purpose().map(PurposeId::value).orElse(null),
                        change.words()))
                .toList();
        try {
            return JSON.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a difference cannot be written", e);
        }
    }

    static List<Change> read(String json) {
        try {
            return JSON.readValue(json, LINES).stream().map(ChangesJson::change).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a difference cannot be read", e);
        }
    }

    private static Change change(Line line) {
        return new Change(
                Direction.valueOf(line.direction()),
                Optional.ofNullable(line.agency()).map(AgencyId::new),
                Optional.ofNullable(line.purpose()).map(PurposeId::new),
                line.words());
    }
}
