package org.narrowgate.api.entrance;

import graphql.ErrorType;
import graphql.ExecutionResult;
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
import org.narrowgate.caller.CallerService;

/** Executes one operation for one agency. */
@ApplicationScoped
class Operations {
    private final ExecutionService engine;
    private final CallerService callers;

    Operations(ExecutionService engine, CallerService callers) {
        this.engine = engine;
        this.callers = callers;
    }

    WrittenAnswer execute(OperationBody operation, SecurityIdentity identity, Optional<UUID> requestId) {
        var call = new Call(callers.asker(identity), requestId);
        var answer = new Answering(operation.query());
        engine.executeSync(operation.json(), context(call), answer);
        return answer.written();
    }

    private static Map<String, Object> context(Call call) {
        var context = new HashMap<>(call.context());
        // This is a worker thread already; another hop would only cost.
        context.put("runBlocking", true);
        return context;
    }

    private static final class Answering implements ExecutionResponseWriter {
        private final String query;
        private @Nullable WrittenAnswer answer;

        Answering(String query) {
            this.query = query;
        }

        @Override
        public void write(ExecutionResponse response) {
            var result = response.getExecutionResult();
            answer = isUnreadable(result)
                    ? WrittenAnswer.of(OperationLimits.unreadable(query))
                    : WrittenAnswer.of(result);
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
