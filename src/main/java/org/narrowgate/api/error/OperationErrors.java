package org.narrowgate.api.error;

import static org.narrowgate.api.error.ErrorCode.INPUT_INVALID;
import static org.narrowgate.api.error.ErrorCode.INPUT_MISSING;
import static org.narrowgate.api.error.ErrorCode.OPERATION_INVALID;
import static org.narrowgate.api.error.ErrorCode.OPERATION_TOO_LARGE;

import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.execution.AbortExecutionException;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.UnknownOperationException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.language.SourceLocation;
import graphql.schema.CoercingParseValueException;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.narrowgate.api.error.DoorError.Location;

/**
 * What an error of the GraphQL engine means to the caller.
 *
 * <p>INVARIANT: no text of the engine's leaves, for it quotes values of the request; only places and names of inputs do.
 */
public final class OperationErrors {
    private OperationErrors() {}

    public static DoorError translate(GraphQLError error) {
        var meaning = meaning(error);
        var path = error.getPath();
        return meaning.at(path != null && isOfResponse(error) ? path : List.of(), locations(error.getLocations()));
    }

    /** Whether it is about the values of variables, of which the engine does not tell which. */
    public static boolean isOfVariables(GraphQLError error) {
        return error instanceof CoercingParseValueException
                || error instanceof NonNullableValueCoercedAsNullException
                || error instanceof InputMapDefinesTooManyFieldsException;
    }

    private static DoorError meaning(GraphQLError error) {
        return switch (error) {
            case ExceptionWhileDataFetching thrown -> Failures.translate(thrown.getException());
            case AbortExecutionException aborted -> aborted(aborted);
            case BadFaithIntrospectionError _ -> DoorError.of(OPERATION_TOO_LARGE);
            case InvalidSyntaxError _ -> DoorError.of(OPERATION_INVALID).saying("The document is not GraphQL.");
            case ValidationError invalid -> invalid(invalid);
            case UnknownOperationException _ ->
                DoorError.of(OPERATION_INVALID)
                        .saying(
                                "`operationName` names no operation of the document, or is missing where it has several.");
            case CoercingParseValueException _ ->
                DoorError.of(INPUT_INVALID)
                        .saying("A variable's value is not of the kind that its type in the schema demands.");
            case NonNullableValueCoercedAsNullException _ ->
                DoorError.of(INPUT_MISSING).saying("A variable, or a field in one, is null and may not be.");
            case InputMapDefinesTooManyFieldsException _ ->
                DoorError.of(INPUT_INVALID).saying("A variable holds a field that its input type does not have.");
            default -> DoorError.of(ErrorCode.INTERNAL_ERROR);
        };
    }

    private static DoorError aborted(AbortExecutionException aborted) {
        return aborted.getCause() instanceof RefusedOperationException refused
                ? DoorError.of(refused)
                : DoorError.of(OPERATION_TOO_LARGE);
    }

    private static DoorError invalid(ValidationError invalid) {
        var type = invalid.getValidationErrorType();
        if (type == ValidationErrorType.WrongType || type == ValidationErrorType.BadValueForDefaultArg) {
            return DoorError.of(INPUT_INVALID)
                    .saying("A value is not of the kind that its type in the schema demands.");
        }
        if (type == ValidationErrorType.MissingFieldArgument
                || type == ValidationErrorType.NullValueForNonNullArgument) {
            return DoorError.of(INPUT_MISSING).saying("An argument is missing, or null, that the schema demands.");
        }
        if (type == ValidationErrorType.MaxValidationErrorsReached) {
            return DoorError.of(OPERATION_TOO_LARGE);
        }
        return DoorError.of(OPERATION_INVALID).saying(sentence(type));
    }

    private static String sentence(@Nullable Object type) {
        return switch (type) {
            case ValidationErrorType.FieldUndefined -> "A field is selected that its type does not have.";
            case ValidationErrorType.SubselectionRequired ->
                "A field of an object type is selected without its fields.";
            case ValidationErrorType.SubselectionNotAllowed -> "Fields are selected in a field that has none.";
            case ValidationErrorType.UnknownArgument -> "An argument is given that the field does not have.";
            case ValidationErrorType.UnknownType -> "A type is named that the schema does not have.";
            case ValidationErrorType.UndefinedVariable -> "A variable is used that the operation does not declare.";
            case ValidationErrorType.UnusedVariable -> "A variable is declared that the operation does not use.";
            case ValidationErrorType.VariableTypeMismatch -> "A variable is used where its declared type does not fit.";
            case ValidationErrorType.UndefinedFragment -> "A fragment is spread that the document does not define.";
            case ValidationErrorType.UnusedFragment -> "A fragment is defined that no operation uses.";
            case ValidationErrorType.FragmentCycle -> "A fragment contains itself.";
            case ValidationErrorType.InvalidFragmentType,
                    ValidationErrorType.InlineFragmentTypeConditionInvalid,
                    ValidationErrorType.FragmentTypeConditionInvalid ->
                "A fragment's type cannot occur where it stands.";
            case ValidationErrorType.FieldsConflict -> "Two fields would answer under one name.";
            case null, default -> "The document does not fit the schema.";
        };
    }

    // The engine uses `path` for inputs too; in an answer it means a field of the response.
    private static boolean isOfResponse(GraphQLError error) {
        return error instanceof ExceptionWhileDataFetching;
    }

    private static List<Location> locations(@Nullable List<SourceLocation> places) {
        return places == null
                ? List.of()
                : places.stream()
                        .filter(place -> place.getLine() > 0)
                        .map(place -> new Location(place.getLine(), place.getColumn()))
                        .toList();
    }
}
