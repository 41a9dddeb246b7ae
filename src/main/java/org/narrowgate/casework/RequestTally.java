package org.narrowgate.casework;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;

/**
 * What requests, readings and reviews come to, counted for whoever watches the metrics.
 *
 * <p>INVARIANT: a label is an agency or a purpose of the policy or one of our own words, never what was sent.
 */
@ApplicationScoped
public class RequestTally {
    private static final String NONE = "none";

    private final PolicyInForce policy;
    private final MeterRegistry meters;
    private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();

    RequestTally(PolicyInForce policy, MeterRegistry meters) {
        this.policy = policy;
        this.meters = meters;
    }

    /** Whose step it is that is counted. */
    public enum Of {
        REQUESTS("operations requestTrace that were answered"),
        READINGS("operations tracingRequest that were answered"),
        REVIEWS("requests that caseworkers decided");

        private final String meaning;

        Of(String meaning) {
            this.meaning = meaning;
        }
    }

    /** What one came to. */
    public sealed interface Came {
        record Refused(RefusalReason reason) implements Came {}

        record Traced() implements Came {}

        record NotTraced() implements Came {}

        /** No outcome to tell: where the request stands. */
        record Pending(TracingRequestState state) implements Came {}

        static Came of(Answer answer) {
            return answer.outcome()
                    .map(Came::of)
                    .orElseGet(() -> new Pending(answer.request().state()));
        }

        /** What a request stands at after a caseworker's decision. */
        static Came of(CaseState state) {
            return switch (state) {
                case CaseState.Refused(var outcome) -> of(outcome);
                case CaseState.NotTraced(var outcome) -> of(outcome);
                case CaseState.Traced traced -> new Traced();
                case CaseState.Open open -> new Pending(open.shown());
                case CaseState.Withdrawn withdrawn -> new Pending(withdrawn.shown());
                case CaseState.Closed closed -> new Pending(closed.shown());
            };
        }

        private static Came of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Traced traced -> new Traced();
                case Outcome.NotTraced notTraced -> new NotTraced();
                case Outcome.Refused refused -> new Refused(refused.reason());
            };
        }

        /** As the metrics name it, the reason apart. */
        private String word() {
            return switch (this) {
                case Refused refused -> TracingRequestState.REFUSED.word();
                case Traced() -> TracingRequestState.TRACED.word();
                case NotTraced() -> TracingRequestState.NOT_TRACED.word();
                case Pending(var state) -> state.word();
            };
        }

        private String reason() {
            return switch (this) {
                case Refused(var reason) -> reason.name();
                case Traced(), NotTraced(), Pending(var _) -> NONE;
            };
        }
    }

    public void count(Of of, AgencyId agency, PurposeId purpose, Came came) {
        counters.computeIfAbsent(new Counted(of, agency, known(purpose), came), this::counter)
                .increment();
    }

    /** The purpose where the policy in force knows it: anything else is anybody's text. */
    public Optional<PurposeId> known(PurposeId purpose) {
        return Optional.of(purpose)
                .filter(named -> policy.current().policy().purpose(named).isPresent());
    }

    private record Counted(Of of, AgencyId agency, Optional<PurposeId> purpose, Came came) {}

    private Counter counter(Counted counted) {
        return Counter.builder("narrowgate." + counted.of().name().toLowerCase(Locale.ROOT))
                .description(counted.of().meaning)
                .tag("agency", counted.agency().value())
                .tag("purpose", counted.purpose().map(PurposeId::value).orElse(NONE))
                .tag("outcome", counted.came().word())
                .tag("reason", counted.came().reason())
                .register(meters);
    }
}
