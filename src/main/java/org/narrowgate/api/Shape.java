package org.narrowgate.api;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was worked out about a document whose shape no variable changes: once, and the same for everybody who sends it.
 * It holds names of the schema and of aliases, and no value.
 */
public final class Shape {
    private static final String KEY = Shape.class.getName();

    private final Map<String, Selected> selected = new ConcurrentHashMap<>();
    private volatile boolean withinLimits;

    /** What the engine carries to whoever asks. */
    public Map<String, Object> context() {
        return Map.of(KEY, this);
    }

    /** The shape of the document that is executed; empty where it is not kept. */
    public static Optional<Shape> in(GraphQLContext context) {
        return context.getOrEmpty(KEY);
    }

    public boolean isWithinLimits() {
        return withinLimits;
    }

    /** To be said by who has looked, and found that it is. */
    public void rememberWithinLimits() {
        withinLimits = true;
    }

    Selected selected(DataFetchingEnvironment field, Supplier<Selected> read) {
        return selected.computeIfAbsent(field.getExecutionStepInfo().getPath().toString(), _ -> read.get());
    }
}
