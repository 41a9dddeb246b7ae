package org.narrowgate.api.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/**
 * The contract's own scalars: text in ISO 8601. Their form is checked where the input is read, so that a fault is told
 * with its field and together with all the others.
 */
final class ContractScalars {
    static final GraphQLScalarType DATE = scalar("Date", "A date as `1984-03-07` (ISO 8601).");
    static final GraphQLScalarType DATE_TIME =
            scalar("DateTime", "A moment with its offset, as `2018-05-09T12:00:00Z` (ISO 8601).");
    static final GraphQLScalarType PARTIAL_DATE =
            scalar("PartialDate", "A date as `1984-03-07`, or generalised to `1984-03` or `1984`.");

    private ContractScalars() {}

    private static GraphQLScalarType scalar(String name, String description) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(description)
                .coercing(new TextCoercing())
                .build();
    }

    private static final class TextCoercing implements Coercing<String, String> {
        @Override
        public String serialize(Object held, GraphQLContext context, Locale locale) {
            // Dates and moments of java.time print themselves as the contract writes them.
            return held.toString();
        }

        @Override
        public String parseValue(Object sent, GraphQLContext context, Locale locale) {
            if (sent instanceof String text) {
                return text;
            }
            throw new CoercingParseValueException("text is expected");
        }

        @Override
        public String parseLiteral(Value<?> sent, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (sent instanceof StringValue text) {
                return text.getValue();
            }
            throw new CoercingParseLiteralException("text is expected");
        }

        @Override
        public Value<?> valueToLiteral(Object held, GraphQLContext context, Locale locale) {
            return StringValue.newStringValue(held.toString()).build();
        }
    }
}
