package org.narrowgate.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Ground;

/**
 * All that is kept of one tracing request.
 *
 * @param changedAt when an agency that polls last had something new to see
 */
public record CaseFile(TracingRequest request, Submission submission, Verdict verdict, Instant changedAt) {

    /** Nothing is left to search for once a request is decided or given up, so its subject is not kept. */
    CaseFile withoutSubjectOnceDecided() {
        return switch (request.state()) {
            case UNDER_REVIEW, INFORMATION_REQUESTED -> this;
            case TRACED, NOT_TRACED, REFUSED, WITHDRAWN, CLOSED ->
                new CaseFile(request, submission.withoutSubject(), verdict, changedAt);
        };
    }

    CaseFile moved(TracingRequestState state) {
        return new CaseFile(request.in(state), submission, verdict, changedAt).withoutSubjectOnceDecided();
    }

    CaseFile changed(Instant at) {
        return new CaseFile(request, submission, verdict, at);
    }

    CaseFile with(Verdict reached) {
        return new CaseFile(request, submission, reached, changedAt);
    }

    /** A step of this request, as the log keeps it. */
    Step step(Step.Kind kind, Set<Field> selected, Moment moment) {
        var facts = submission.facts();
        return new Step(
                kind,
                request.id().value(),
                request.agency(),
                Optional.of(request.purpose()),
                facts.ground().map(Ground::type),
                facts.searchArguments(),
                selected,
                moment.policy(),
                moment.now());
    }
}
