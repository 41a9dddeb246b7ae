package org.narrowgate.api.entrance;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.narrowgate.api.Call;
import org.narrowgate.api.Shape;

/**
 * Executes operations over the schema that SmallRye made. SmallRye's own way to the engine keeps every document with
 * the values in it, asks CDI for observers of every step, and hides why a document could not be read.
 */
@ApplicationScoped
class Engine {
    private final KnownDocuments documents = new KnownDocuments();
    private final GraphQL engine;

    Engine(
            GraphQLSchema schema,
            @ConfigProperty(name = "quarkus.smallrye-graphql.instrumentation-query-complexity") int complexity,
            @ConfigProperty(name = "quarkus.smallrye-graphql.instrumentation-query-depth") int depth) {
        this.engine = GraphQL.newGraphQL(schema)
                .instrumentation(new Limits(complexity, depth))
                .preparsedDocumentProvider(documents)
                .build();
    }

    ExecutionResult execute(OperationBody operation, Call call) {
        // What SmallRye's operations look for when they are called.
        var context = SmallRyeContextManager.fromInitialRequest(operation.json());
        var input = ExecutionInput.newExecutionInput(operation.query())
                .operationName(context.getOperationName().orElse(null))
                .variables(context.getVariables().orElseGet(Map::of))
                .graphQLContext(call.context())
                .graphQLContext(
                        documents.shapeOf(operation.query()).map(Shape::context).orElseGet(Map::of))
                // This is a worker thread already; another hop would only cost.
                .graphQLContext(Map.of(SmallRyeContextManager.CONTEXT, context, "runBlocking", true))
                .build();
        return engine.execute(input);
    }
}
