package org.narrowgate.api.schema;

import static graphql.Scalars.GraphQLString;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives what SmallRye makes of the Java types the contract's scalars, enum names and descriptions. */
final class ContractShape extends GraphQLTypeVisitorStub {
    // Dates arrive as text and are read with all the other inputs: see ContractScalars.
    private static final Set<String> DATE_INPUTS = Set.of("birthDate", "signedOn", "destroyedOn", "asOf", "until");
    private static final String DATE_TIME_INPUT = "changedSince";
    // SmallRye does not read the nullability of what a list of an input record holds.
    private static final String PATHS_INPUT = "orderDirects";
    private static final String PARTIAL_DATE_OUTPUT = "birthDate";

    private final Map<String, EnumWords> enums;

    ContractShape(Map<String, EnumWords> enums) {
        this.enums = Map.copyOf(enums);
    }

    @Override
    public TraversalControl visitGraphQLScalarType(
            GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
        return switch (scalar.getName()) {
            case "Date" -> changeNode(context, ContractScalars.DATE);
            case "DateTime" -> changeNode(context, ContractScalars.DATE_TIME);
            default -> TraversalControl.CONTINUE;
        };
    }

    @Override
    public TraversalControl visitGraphQLEnumType(GraphQLEnumType type, TraverserContext<GraphQLSchemaElement> context) {
        var words = enums.get(type.getName());
        if (words == null) {
            return TraversalControl.CONTINUE;
        }
        var values = type.getValues().stream()
                .map(value -> value.transform(
                        described -> described.description(words.values().get(value.getName()))))
                .toList();
        return changeNode(
                context,
                type.transform(described -> described
                        .name(words.name())
                        .description(words.description())
                        .replaceValues(values)));
    }

    @Override
    public TraversalControl visitGraphQLInputObjectField(
            GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
        if (field.getName().equals(PATHS_INPUT)) {
            return changeNode(context, field.transform(retyped -> retyped.type(list(nonNull(GraphQLString)))));
        }
        var scalar = scalar(field.getName());
        return scalar == null
                ? TraversalControl.CONTINUE
                : changeNode(context, field.transform(retyped -> retyped.type(retype(field.getType(), scalar))));
    }

    @Override
    public TraversalControl visitGraphQLArgument(
            GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
        var scalar = scalar(argument.getName());
        return scalar == null
                ? TraversalControl.CONTINUE
                : changeNode(context, argument.transform(retyped -> retyped.type(retype(argument.getType(), scalar))));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        return field.getName().equals(PARTIAL_DATE_OUTPUT)
                ? changeNode(context, field.transform(retyped -> retyped.type(ContractScalars.PARTIAL_DATE)))
                : TraversalControl.CONTINUE;
    }

    private static @Nullable GraphQLScalarType scalar(String input) {
        if (DATE_INPUTS.contains(input)) {
            return ContractScalars.DATE;
        }
        return input.equals(DATE_TIME_INPUT) ? ContractScalars.DATE_TIME : null;
    }

    private static GraphQLInputType retype(GraphQLInputType type, GraphQLScalarType scalar) {
        return type instanceof GraphQLNonNull ? nonNull(scalar) : scalar;
    }
}
