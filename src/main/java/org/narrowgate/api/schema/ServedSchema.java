package org.narrowgate.api.schema;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.PropertyDataFetcher;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import io.smallrye.graphql.execution.datafetcher.FieldDataFetcher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.narrowgate.api.AgencyOperations;
import org.narrowgate.api.answer.NotTracedAnswer;
import org.narrowgate.api.answer.OutcomeAnswer;
import org.narrowgate.api.answer.RefusedAnswer;
import org.narrowgate.api.answer.TracedAnswer;

/** Completes the schema before it is served: the contract's scalars, and words for the rules' enums. */
@ApplicationScoped
class ServedSchema {
    private static final Set<String> ROOTS = Set.of("Query", "Mutation");

    private final AgencyOperations operations;

    ServedSchema(AgencyOperations operations) {
        this.operations = operations;
    }

    void complete(@Observes GraphQLSchema.Builder schema) {
        var completed = SchemaTransformer.transformSchema(schema.build(), new ContractShape(EnumWords.all()));
        schema.query(completed.getQueryType())
                .mutation(completed.getMutationType())
                .clearAdditionalTypes()
                .additionalTypes(completed.getAdditionalTypes())
                .codeRegistry(registry(completed));
    }

    private GraphQLCodeRegistry registry(GraphQLSchema completed) {
        return completed.getCodeRegistry().transform(registry -> {
            completed.getAllTypesAsList().stream()
                    .filter(type -> type instanceof GraphQLObjectType && !ROOTS.contains(type.getName()))
                    .map(GraphQLObjectType.class::cast)
                    .filter(type -> !type.getName().startsWith("__"))
                    .forEach(type -> readComponents(type, registry));
            registry.typeResolver("Outcome", outcome());
            // SmallRye would write the input as JSON to read it again, and the selection twice for nobody.
            registry.dataFetcher(
                    FieldCoordinates.coordinates("Mutation", "requestTrace"), (DataFetcher<?>) operations::trace);
        });
    }

    // Answers are records: their components are read as they are. SmallRye's own reading of a field copies its whole
    // context and writes the selection as JSON each time, for every leaf of an answer. What is not a component is asked
    // of its operation.
    private static void readComponents(GraphQLObjectType type, GraphQLCodeRegistry.Builder registry) {
        type.getFieldDefinitions().stream()
                .filter(field -> registry.getDataFetcher(type, field) instanceof FieldDataFetcher)
                .forEach(field -> registry.dataFetcher(
                        FieldCoordinates.coordinates(type, field), PropertyDataFetcher.fetching(field.getName())));
    }

    // SmallRye's own would resolve to the types as they were before they were completed.
    private static TypeResolver outcome() {
        return environment -> {
            OutcomeAnswer answer = environment.getObject();
            return environment
                    .getSchema()
                    .getObjectType(
                            switch (answer) {
                                case TracedAnswer _ -> "Traced";
                                case NotTracedAnswer _ -> "NotTraced";
                                case RefusedAnswer _ -> "Refused";
                            });
        };
    }
}
