package org.narrowgate.api.entrance;

import static graphql.schema.GraphQLTypeUtil.isNonNull;
import static graphql.schema.GraphQLTypeUtil.unwrapOneAs;

import graphql.GraphQLContext;
import graphql.execution.TypeFromAST;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which part of an operation's variables does not fit its declared type. The engine tells only that one does not, and
 * quotes it. Names of the schema and of variables are told, never a name or a value that stands in the variables only.
 */
final class Misfit {
    private final GraphQLSchema schema;

    Misfit(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** Path of the first, for example {@code input.subject.gender}; empty where all fit. */
    Optional<String> first(OperationBody sent) {
        var variables = sent.json().containsKey("variables")
                ? sent.json().getJsonObject("variables")
                : JsonValue.EMPTY_JSON_OBJECT;
        return Parser.parse(sent.query()).getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> operation.getVariableDefinitions().stream())
                .filter(variable -> variable.getDefaultValue() == null || variables.containsKey(variable.getName()))
                .flatMap(variable -> in(
                        TypeFromAST.getTypeFromAST(schema, variable.getType()),
                        variables.getOrDefault(variable.getName(), JsonValue.NULL),
                        variable.getName()))
                .findFirst();
    }

    private Stream<String> in(GraphQLType type, JsonValue value, String path) {
        if (value.getValueType() == ValueType.NULL) {
            return isNonNull(type) ? Stream.of(path) : Stream.empty();
        }
        if (isNonNull(type)) {
            return in(unwrapOneAs(type), value, path);
        }
        return switch (type) {
            case GraphQLList list
            when value instanceof JsonArray items ->
                IntStream.range(0, items.size())
                        .boxed()
                        .flatMap(index -> in(unwrapOneAs(list), items.get(index), path + "[" + index + "]"));
            case GraphQLList list -> in(unwrapOneAs(list), value, path);
            case GraphQLInputObjectType object
            when value instanceof JsonObject fields -> inFields(object, fields, path);
            case GraphQLEnumType options ->
                value instanceof JsonString name && options.getValue(name.getString()) != null
                        ? Stream.empty()
                        : Stream.of(path);
            case GraphQLScalarType scalar -> fits(scalar, value) ? Stream.empty() : Stream.of(path);
            default -> Stream.of(path);
        };
    }

    private Stream<String> inFields(GraphQLInputObjectType object, JsonObject fields, String path) {
        var unknown = fields.keySet().stream()
                .filter(name -> object.getField(name) == null)
                .map(name -> path)
                .limit(1);
        var known = object.getFields().stream()
                .filter(field -> fields.containsKey(field.getName()) || isDemanded(field))
                .flatMap(field -> in(
                        field.getType(),
                        fields.getOrDefault(field.getName(), JsonValue.NULL),
                        path + "." + field.getName()));
        return Stream.concat(known, unknown);
    }

    private static boolean isDemanded(GraphQLInputObjectField field) {
        return isNonNull(field.getType()) && !field.hasSetDefaultValue();
    }

    private static boolean fits(GraphQLScalarType scalar, JsonValue value) {
        try {
            scalar.getCoercing().parseValue(plain(value), GraphQLContext.getDefault(), Locale.ROOT);
            return true;
        } catch (CoercingParseValueException _) {
            return false;
        }
    }

    private static Object plain(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.bigDecimalValue();
            default ->
                switch (value.getValueType()) {
                    case TRUE -> true;
                    case FALSE -> false;
                    case ARRAY, OBJECT, STRING, NUMBER, NULL -> value;
                };
        };
    }
}
