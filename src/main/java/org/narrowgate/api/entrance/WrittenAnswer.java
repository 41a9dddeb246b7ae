package org.narrowgate.api.entrance;

import graphql.ExecutionResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.narrowgate.api.error.DoorError;
import org.narrowgate.api.error.OperationErrors;

/** An answer as it leaves: an HTTP status, and what the GraphQL specification calls a response. */
record WrittenAnswer(int status, Map<String, Object> response) {
    static WrittenAnswer of(DoorError error) {
        return new WrittenAnswer(error.code().status(), Map.of("errors", List.of(error.specification())));
    }

    static WrittenAnswer of(ExecutionResult result) {
        var response = new LinkedHashMap<String, Object>();
        if (!result.getErrors().isEmpty()) {
            response.put(
                    "errors",
                    result.getErrors().stream()
                            .map(OperationErrors::translate)
                            .map(DoorError::specification)
                            .toList());
        }
        if (result.isDataPresent()) {
            response.put("data", result.getData());
        }
        return new WrittenAnswer(200, response);
    }

    @Override
    public String toString() {
        return "WrittenAnswer[status=" + status + "]";
    }
}
