package org.narrowgate.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.policy.PolicyInForce;

/** Has steps written down, each decided again for as long as what it was decided on has changed meanwhile. */
@ApplicationScoped
public class Recorder {
    private static final int ATTEMPTS = 5;

    private final Ledger ledger;
    private final CaseFiles files;
    private final PolicyInForce policy;
    private final Clock clock;

    Recorder(Ledger ledger, CaseFiles files, PolicyInForce policy, Clock clock) {
        this.ledger = ledger;
        this.files = files;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * @param decide decides at a moment; asked again after an objection, with the policy then in force
     * @throws CaseworkException POLICY_CHANGING
     */
    public <A> A record(Function<Moment, Attempt<A>> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var recorded = record(decide.apply(moment()));
            if (recorded.isPresent()) {
                return recorded.get();
            }
            policy.refresh();
        }
        throw new CaseworkException(
                CaseworkException.Fault.POLICY_CHANGING, "what this is decided on keeps changing; ask again");
    }

    /** What is decided now is decided under this. */
    public Moment moment() {
        return Moment.at(clock.instant(), policy.current());
    }

    private <A> Optional<A> record(Attempt<A> attempt) {
        return switch (attempt) {
            case Attempt.NothingToRecord<A>(var answer) -> Optional.of(answer);
            case Attempt.ToRecord<A>(var draft) ->
                switch (ledger.append(draft.entry(), files.share(), draft.move())) {
                    case Appended.Written<CaseMove.Objection>(var position) ->
                        Optional.of(draft.answer().apply(position));
                    case Appended.Objected<CaseMove.Objection> objected -> Optional.empty();
                };
        };
    }

    /** What deciding comes to: something to write down first, or an answer that tells nothing new. */
    public sealed interface Attempt<A> {
        record ToRecord<A>(Draft<A> draft) implements Attempt<A> {}

        record NothingToRecord<A>(A answer) implements Attempt<A> {}
    }
}
