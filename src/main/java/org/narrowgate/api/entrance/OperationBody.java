package org.narrowgate.api.entrance;

import io.quarkus.jsonp.JsonProviderHolder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.RefusedOperationException;

/** One operation as it was sent: its text, and as the engine takes it. */
record OperationBody(String query, JsonObject json) {
    private static final JsonReaderFactory READERS =
            JsonProviderHolder.jsonProvider().createReaderFactory(Map.of());

    /** @throws RefusedOperationException REQUEST_MALFORMED */
    static OperationBody read(@Nullable String body) {
        var sent = object(body == null ? "" : body);
        var json = JsonProviderHolder.jsonProvider().createObjectBuilder();
        var query = member(sent, "query", ValueType.STRING).orElseThrow(OperationBody::malformed);
        json.add("query", query);
        member(sent, "variables", ValueType.OBJECT).ifPresent(variables -> json.add("variables", variables));
        member(sent, "operationName", ValueType.STRING).ifPresent(name -> json.add("operationName", name));
        return new OperationBody(((JsonString) query).getString(), json.build());
    }

    private static JsonObject object(String body) {
        try (var reader = READERS.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (RuntimeException _) {
            // Whatever the parser says of it, and of nesting too deep it says no more than that: the body is not read.
            throw malformed();
        }
    }

    private static Optional<JsonValue> member(JsonObject sent, String name, ValueType type) {
        var value = sent.getOrDefault(name, JsonValue.NULL);
        if (value.getValueType() == ValueType.NULL) {
            return Optional.empty();
        }
        if (value.getValueType() != type) {
            throw malformed();
        }
        return Optional.of(value);
    }

    private static RefusedOperationException malformed() {
        return new RefusedOperationException(ErrorCode.REQUEST_MALFORMED);
    }
}
