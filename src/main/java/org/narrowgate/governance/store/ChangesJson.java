package org.narrowgate.governance.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Direction;
import org.narrowgate.policy.PurposeId;

/** A difference as tables keep it: of a published version, and of what the public was asked about. */
public final class ChangesJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ChangesJson() {}

    public static String write(List<Change> changes) {
        var json = JSON.createArrayNode();
        changes.forEach(change -> write(json, change));
        return json.toString();
    }

    public static List<Change> read(String kept) {
        try {
            return StreamSupport.stream(JSON.readTree(kept).spliterator(), false)
                    .map(ChangesJson::read)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept difference is not JSON");
        }
    }

    private static void write(ArrayNode json, Change change) {
        var row = json.addObject().put("direction", change.direction().name()).put("words", change.words());
        change.agency().ifPresent(agency -> row.put("agency", agency.value()));
        change.purpose().ifPresent(purpose -> row.put("purpose", purpose.value()));
    }

    private static Change read(JsonNode row) {
        return new Change(
                Direction.valueOf(row.get("direction").asText()),
                named(row, "agency", AgencyId::new),
                named(row, "purpose", PurposeId::new),
                row.get("words").asText());
    }

    private static <T> Optional<T> named(JsonNode row, String name, Function<String, T> make) {
        return Optional.ofNullable(row.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .map(make);
    }
}
