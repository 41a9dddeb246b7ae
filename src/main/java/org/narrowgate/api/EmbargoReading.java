package org.narrowgate.api;

import graphql.schema.DataFetchingFieldSelectionSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.narrowgate.api.answer.EmbargoAnswer;
import org.narrowgate.api.answer.TracingRequestAnswer;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.rights.embargo.EmbargoEvents;
import org.narrowgate.rights.embargo.RequestEmbargo;

/** What became of embargoes on an agency's own requests; looked up only where an operation selects it. */
@ApplicationScoped
class EmbargoReading {
    private static final String OF_A_PAGE = "nodes/embargo";

    private final EmbargoEvents events;
    private final Clock clock;

    EmbargoReading(EmbargoEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** The answer about one request, with what became of its embargo. */
    TracingRequestAnswer with(TracingRequestAnswer answer, TracingRequestId id, Selected selected) {
        return selected.embargo() ? answer.under(EmbargoAnswer.of(events.of(id), clock.instant())) : answer;
    }

    /** The same for all of a page at once, by their ids. */
    List<TracingRequestAnswer> withAll(
            Map<TracingRequestId, TracingRequestAnswer> answers, DataFetchingFieldSelectionSet selected) {
        if (!selected.contains(OF_A_PAGE)) {
            return List.copyOf(answers.values());
        }
        var now = clock.instant();
        var embargoes = events.of(answers.keySet());
        return answers.entrySet().stream()
                .map(one -> one.getValue()
                        .under(EmbargoAnswer.of(embargoes.getOrDefault(one.getKey(), RequestEmbargo.NONE), now)))
                .toList();
    }
}
