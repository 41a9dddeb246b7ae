package org.narrowgate.api;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.policy.Asker;

/**
 * One call at the door: who makes it, and the X-Request-ID it came with.
 */
public record Call(Asker asker, Optional<UUID> requestId) {
    private static final String KEY = Call.class.getName();

    /** What the engine carries to the operations. */
    public Map<String, Object> context() {
        return Map.of(KEY, this);
    }

    static Call of(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getGraphQlContext().get(KEY));
    }
}
