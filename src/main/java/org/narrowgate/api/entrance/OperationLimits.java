package org.narrowgate.api.entrance;

import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import org.narrowgate.api.error.DoorError;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.OperationErrors;

/**
 * How much one operation may be. The fullest operation of the contract has about 150 tokens, GraphiQL's introspection
 * about 600; depth and complexity are in application.properties, where SmallRye reads them.
 */
final class OperationLimits {
    static final int BODY_BYTES = 48 * 1024;
    static final int ALIASES = 20;
    static final int SPREAD_FIELDS = 500;
    private static final int TOKENS = 2_000;
    private static final int WHITESPACE_TOKENS = 20_000;
    private static final int CHARACTERS = 32 * 1024;

    private OperationLimits() {}

    /** SmallRye's own settings for the parser reach schema documents only, not operations. */
    static void apply() {
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(TOKENS)
                        .maxWhitespaceTokens(WHITESPACE_TOKENS)
                        .maxCharacters(CHARACTERS)
                        .redactTokenParserErrorMessages(true)));
    }

    /** Why a document could not be read: SmallRye tells only that it could not. */
    static DoorError unreadable(String query) {
        try {
            Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(query)
                    .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                    .build());
            return DoorError.of(ErrorCode.OPERATION_INVALID);
        } catch (ParseCancelledException | ParseCancelledTooDeepException | ParseCancelledTooManyCharsException _) {
            return DoorError.of(ErrorCode.OPERATION_TOO_LARGE);
        } catch (InvalidSyntaxException invalid) {
            return OperationErrors.translate(invalid.toInvalidSyntaxError());
        }
    }
}
