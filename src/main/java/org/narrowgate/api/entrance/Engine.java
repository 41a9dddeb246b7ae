package org.narrowgate.api.entrance;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.narrowgate.api.Call;

/**
 * Executes operations over the schema that SmallRye made. SmallRye's own way to the engine keeps every document with
 * the values in it, asks CDI for observers of every step, and hides why a document could not be read.
 */
@ApplicationScoped
class Engine {
    private final GraphQL engine;

    Engine(
            GraphQLSchema schema,
            @ConfigProperty(name = "quarkus.smallrye-graphql.instrumentation-query-complexity") int complexity,
            @ConfigProperty(name = "quarkus.smallrye-graphql.instrumentation-query-depth") int depth) {
        // The gate comes first: the limits walk an operation as it is spread, however large that is.
        var limits = List.<Instrumentation>of(
                new OperationGate(),
                new MaxQueryComplexityInstrumentation(complexity),
                new MaxQueryDepthInstrumentation(depth));
        this.engine = GraphQL.newGraphQL(schema)
                .instrumentation(new ChainedInstrumentation(limits))
                .preparsedDocumentProvider(new KnownDocuments())
                .build();
    }

    ExecutionResult execute(OperationBody operation, Call call) {
        // What SmallRye's operations look for when they are called.
        var context = SmallRyeContextManager.fromInitialRequest(operation.json());
        var input = ExecutionInput.newExecutionInput(operation.query())
                .operationName(context.getOperationName().orElse(null))
                .variables(context.getVariables().orElseGet(Map::of))
                .graphQLContext(call.context())
                // This is a worker thread already; another hop would only cost.
                .graphQLContext(Map.of(SmallRyeContextManager.CONTEXT, context, "runBlocking", true))
                .build();
        return engine.execute(input);
    }
}
