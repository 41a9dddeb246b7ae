package org.narrowgate.casework;

import java.util.Optional;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.subject.Subject;

/**
 * What an agency asks: one subject, one case, one purpose. Already checked for form, not yet decided.
 *
 * @param priorityReason there where the priority is exceptional
 */
public record NewTracingRequest(
        RequestFacts facts,
        Subject subject,
        String caseReference,
        String justification,
        Priority priority,
        Optional<String> priorityReason) {
    @Override
    public String toString() {
        return "NewTracingRequest[purpose=" + facts.purpose() + "]";
    }
}
