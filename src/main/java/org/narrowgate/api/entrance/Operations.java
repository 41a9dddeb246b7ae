package org.narrowgate.api.entrance;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.narrowgate.api.Call;
import org.narrowgate.api.error.DoorError;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.Failures;
import org.narrowgate.api.error.OperationErrors;
import org.narrowgate.caller.CallerService;
import org.narrowgate.observation.LogKey;
import org.narrowgate.policy.PolicyInForce;

/** Executes one operation for one agency. */
@ApplicationScoped
class Operations {
    private final ExecutionService engine;
    private final CallerService callers;
    private final PolicyInForce policy;
    private final Misfit misfit;

    Operations(ExecutionService engine, CallerService callers, PolicyInForce policy, GraphQLSchema schema) {
        this.engine = engine;
        this.policy = policy;
        this.callers = callers;
        this.misfit = new Misfit(schema);
    }

    WrittenAnswer execute(OperationBody operation, SecurityIdentity identity, Optional<UUID> requestId) {
        var call = new Call(callers.asker(identity), requestId);
        LogKey.AGENCY.put(call.asker().agency().value());
        var answer = new Answering(operation, misfit);
        engine.executeSync(operation.json(), context(call), answer);
        return answer.written()
                .telling(policy.announcements().noticesTo(call.asker().agency()));
    }

    private static Map<String, Object> context(Call call) {
        var context = new HashMap<>(call.context());
        // This is a worker thread already; another hop would only cost.
        context.put("runBlocking", true);
        return context;
    }

    private static final class Answering implements ExecutionResponseWriter {
        private final OperationBody operation;
        private final Misfit misfit;
        private @Nullable WrittenAnswer answer;

        Answering(OperationBody operation, Misfit misfit) {
            this.operation = operation;
            this.misfit = misfit;
        }

        @Override
        public void write(ExecutionResponse response) {
            answer = read(response.getExecutionResult());
        }

        private WrittenAnswer read(ExecutionResult result) {
            if (result.isDataPresent()) {
                return WrittenAnswer.of(result);
            }
            if (isUnreadable(result)) {
                return WrittenAnswer.of(OperationLimits.unreadable(operation.query()));
            }
            var errors = result.getErrors();
            return errors.size() == 1 && OperationErrors.isOfVariables(errors.getFirst())
                    ? WrittenAnswer.of(variables(errors.getFirst()))
                    : WrittenAnswer.of(result);
        }

        private DoorError variables(GraphQLError error) {
            var translated = OperationErrors.translate(error);
            return misfit.first(operation).map(translated::about).orElse(translated);
        }

        @Override
        public void fail(Throwable thrown) {
            answer = WrittenAnswer.of(Failures.translate(thrown));
        }

        WrittenAnswer written() {
            return answer == null ? WrittenAnswer.of(DoorError.of(ErrorCode.INTERNAL_ERROR)) : answer;
        }

        // What SmallRye says before the engine has seen the document is of the kind of a field's failure, without data.
        private static boolean isUnreadable(ExecutionResult result) {
            return !result.isDataPresent()
                    && result.getErrors().stream()
                            .allMatch(error -> error.getErrorType() == ErrorType.DataFetchingException);
        }
    }
}
