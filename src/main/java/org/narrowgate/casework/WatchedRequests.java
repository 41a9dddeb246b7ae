package org.narrowgate.casework;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.RequestTally.Came;
import org.narrowgate.casework.RequestTally.Of;
import org.narrowgate.observation.LogKey;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PurposeId;

/** The agencies' use cases with somebody watching: what they came to is counted, and the log's lines know their keys. */
@Decorator
@Priority(1)
abstract class WatchedRequests implements TracingRequests {
    private final TracingRequests requests;
    private final RequestTally tally;
    private final PolicyInForce policy;

    WatchedRequests(@Delegate @Any TracingRequests requests, RequestTally tally, PolicyInForce policy) {
        this.requests = requests;
        this.tally = tally;
        this.policy = policy;
    }

    @Override
    public Answer request(Asker asker, NewTracingRequest asked, Selection selection, @Nullable UUID idempotencyKey) {
        note(asked.facts().purpose());
        var answer = requests.request(asker, asked, selection, idempotencyKey);
        count(Of.REQUESTS, asker, answer);
        return answer;
    }

    @Override
    public Optional<Answer> read(Asker asker, TracingRequestId id, Selection selection) {
        var answer = requests.read(asker, id, selection);
        answer.ifPresent(read -> {
            note(read.request().purpose());
            count(Of.READINGS, asker, read);
        });
        return answer;
    }

    private void note(PurposeId purpose) {
        tally.known(purpose).map(PurposeId::value).ifPresent(LogKey.PURPOSE::put);
        LogKey.POLICY_VERSION.put(String.valueOf(policy.current().number()));
    }

    private void count(Of of, Asker asker, Answer answer) {
        var came = Came.of(answer);
        tally.count(of, asker.agency(), answer.request().purpose(), came);
        LogKey.OUTCOME.put(told(came));
    }

    // Whether somebody was found is not for a log that stands beside the identity of the call.
    private static String told(Came came) {
        return switch (came) {
            case Came.Refused(var reason) -> reason.name();
            case Came.Traced(), Came.NotTraced() -> "ANSWERED";
            case Came.Pending(var state) -> state.name();
        };
    }
}
