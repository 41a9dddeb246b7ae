package org.narrowgate.casework;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.subject.Subject;

/**
 * What is kept of what the agency said.
 *
 * @param subject there only while a search is still to be made
 * @param idempotencyKey the call's X-Request-ID
 * @param fingerprint a keyed stand-in for the whole of what was said, to tell a repetition from something else
 */
public record Submission(
        RequestFacts facts,
        Optional<Subject> subject,
        String justification,
        Priority priority,
        Optional<String> priorityReason,
        Optional<UUID> idempotencyKey,
        String fingerprint) {
    Submission withoutSubject() {
        return new Submission(
                facts, Optional.empty(), justification, priority, priorityReason, idempotencyKey, fingerprint);
    }

    /** Without anything that was said of the subject. */
    Submission erased() {
        return new Submission(
                new RequestFacts(facts.purpose(), Optional.empty(), facts.sources(), Optional.empty(), Set.of()),
                Optional.empty(),
                CaseFile.ERASED,
                priority,
                Optional.empty(),
                idempotencyKey,
                CaseFile.ERASED);
    }
}
