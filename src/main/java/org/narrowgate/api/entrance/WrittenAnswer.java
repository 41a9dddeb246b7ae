package org.narrowgate.api.entrance;

import graphql.ExecutionResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.narrowgate.api.error.DoorError;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.OperationErrors;
import org.narrowgate.policy.Announcements.Notice;
import org.narrowgate.policy.PurposeId;

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

    /** With what the agency is to be told beside its answer; an answer with errors is left as it is. */
    WrittenAnswer telling(List<Notice> notices) {
        if (notices.isEmpty() || response.containsKey("errors")) {
            return this;
        }
        var told = new LinkedHashMap<>(response);
        told.put(
                "extensions",
                Map.of("notices", notices.stream().map(WrittenAnswer::members).toList()));
        return new WrittenAnswer(status, told);
    }

    // In one order always: answers that must look alike are equal byte for byte.
    private static Map<String, Object> members(Notice notice) {
        var members = new LinkedHashMap<String, Object>();
        members.put("effectiveFrom", notice.effectiveFrom().toString());
        members.put("policyVersion", notice.policyVersion());
        members.put("purpose", notice.purpose().map(PurposeId::value).orElse(null));
        members.put("changes", notice.changes());
        return members;
    }

    /** The code of its first error. */
    Optional<ErrorCode> code() {
        return response.get("errors") instanceof List<?> errors
                        && !errors.isEmpty()
                        && errors.getFirst() instanceof Map<?, ?> error
                        && error.get("extensions") instanceof Map<?, ?> extensions
                        && extensions.get("code") instanceof ErrorCode code
                ? Optional.of(code)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "WrittenAnswer[status=" + status + "]";
    }
}
