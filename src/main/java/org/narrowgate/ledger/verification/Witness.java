package org.narrowgate.ledger.verification;

import java.time.Clock;
import java.util.Optional;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.WitnessKey;

/**
 * Somebody outside who vouches that a log only ever grew. INVARIANT: never cosigns two roots of one size, nor a tree
 * smaller than one it cosigned; what it cosigns is kept before anybody else sees it.
 */
public final class Witness {
    private final WitnessKey key;
    private final StateFolder state;
    private final Clock clock;

    /** @param state the one that the verification kept what it saw in: it holds the log against the last cosignature */
    public Witness(WitnessKey key, StateFolder state, Clock clock) {
        this.key = key;
        this.state = state;
        this.clock = clock;
    }

    /** Cosigns what was found to hold. */
    public Cosigning cosign(Verdict.Holds held) {
        var refused = state.cosigned().flatMap(last -> objection(last, held.checkpoint()));
        if (refused.isPresent()) {
            return new Cosigning.Refused(refused.get());
        }
        var cosigned = held.note().with(key.cosign(held.note().text(), clock.instant()));
        state.saveCosigned(cosigned);
        return new Cosigning.Cosigned(cosigned);
    }

    private static Optional<String> objection(Checkpoint last, Checkpoint now) {
        if (!last.origin().equals(now.origin())) {
            return Optional.of(
                    "checkpoint: is of the log " + now.origin() + ", the one cosigned last of " + last.origin());
        }
        if (now.size() < last.size()) {
            return Optional.of("checkpoint: has " + now.size() + " entries, fewer than the " + last.size()
                    + " of the one cosigned last");
        }
        return now.size() == last.size() && !now.root().equals(last.root())
                ? Optional.of("checkpoint: has another root than the one of " + last.size() + " entries cosigned last")
                : Optional.empty();
    }
}
