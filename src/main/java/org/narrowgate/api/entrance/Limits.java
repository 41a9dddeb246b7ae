package org.narrowgate.api.entrance;

import graphql.ExecutionResult;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import java.util.List;
import org.narrowgate.api.Shape;
import org.narrowgate.observation.LogKey;

/** What is asked of an operation before it is executed; of a document whose {@link Shape} is kept, once. */
final class Limits extends ChainedInstrumentation {
    Limits(int complexity, int depth) {
        // The gate comes first: the others walk an operation as it is spread, however large that is.
        super(List.of(
                new OperationGate(),
                new MaxQueryComplexityInstrumentation(complexity),
                new MaxQueryDepthInstrumentation(depth)));
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        var operation = parameters.getExecutionContext();
        LogKey.OPERATION.put(OperationGate.kind(operation));
        var shape = Shape.in(operation.getGraphQLContext());
        if (shape.filter(Shape::isWithinLimits).isPresent()) {
            return SimpleInstrumentationContext.noOp();
        }
        var passed = super.beginExecuteOperation(parameters, state);
        shape.ifPresent(Shape::rememberWithinLimits);
        return passed;
    }
}
