package org.narrowgate.api.entrance;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Field;
import org.jspecify.annotations.Nullable;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.RefusedOperationException;

/** Stops an operation that could let more than one person leave, or that is written with too many aliases or fragments. */
final class OperationGate extends SimplePerformantInstrumentation {
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        check(parameters.getExecutionContext());
        return super.beginExecuteOperation(parameters, state);
    }

    /** The document is valid by now, so this is a word of the schema or one of ours. */
    static String kind(ExecutionContext operation) {
        var selections = operation.getOperationDefinition().getSelectionSet().getSelections();
        if (selections.size() != 1 || !(selections.getFirst() instanceof Field only)) {
            return "several";
        }
        return only.getName().startsWith("__") ? "introspection" : only.getName();
    }

    private static void check(ExecutionContext operation) {
        if (Aliases.count(operation.getDocument()) > OperationLimits.ALIASES
                || new Spreading(operation).fields() > OperationLimits.SPREAD_FIELDS) {
            throw stop(ErrorCode.OPERATION_TOO_LARGE);
        }
        if (!new Disclosures(operation).atMostOne()) {
            throw stop(ErrorCode.ONE_DISCLOSURE_PER_OPERATION);
        }
    }

    private static AbortExecutionException stop(ErrorCode code) {
        return new AbortExecutionException(new RefusedOperationException(code));
    }
}
