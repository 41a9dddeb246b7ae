package org.narrowgate.api.entrance;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.api.Call;
import org.narrowgate.api.error.DoorError;
import org.narrowgate.api.error.OperationErrors;
import org.narrowgate.caller.CallerService;
import org.narrowgate.observation.LogKey;
import org.narrowgate.policy.PolicyInForce;

/** Executes one operation for one agency. */
@ApplicationScoped
class Operations {
    private final Engine engine;
    private final CallerService callers;
    private final PolicyInForce policy;
    private final Misfit misfit;

    Operations(Engine engine, CallerService callers, PolicyInForce policy, GraphQLSchema schema) {
        this.engine = engine;
        this.policy = policy;
        this.callers = callers;
        this.misfit = new Misfit(schema);
    }

    WrittenAnswer execute(OperationBody operation, SecurityIdentity identity, Optional<UUID> requestId) {
        var call = new Call(callers.asker(identity), requestId);
        LogKey.AGENCY.put(call.asker().agency().value());
        return answer(operation, engine.execute(operation, call))
                .telling(policy.announcements().noticesTo(call.asker().agency()));
    }

    private WrittenAnswer answer(OperationBody operation, ExecutionResult result) {
        if (result.isDataPresent()) {
            return WrittenAnswer.of(result);
        }
        if (isUnreadable(result)) {
            return WrittenAnswer.of(OperationLimits.unreadable(operation.query()));
        }
        var errors = result.getErrors();
        return errors.size() == 1 && OperationErrors.isOfVariables(errors.getFirst())
                ? WrittenAnswer.of(variables(operation, errors.getFirst()))
                : WrittenAnswer.of(result);
    }

    private DoorError variables(OperationBody operation, GraphQLError error) {
        var translated = OperationErrors.translate(error);
        return misfit.first(operation).map(translated::about).orElse(translated);
    }

    // The engine tells of a document that is too large as of one that is not GraphQL.
    private static boolean isUnreadable(ExecutionResult result) {
        return result.getErrors().stream().allMatch(error -> error.getErrorType() == ErrorType.InvalidSyntax);
    }
}
