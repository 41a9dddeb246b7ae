package org.narrowgate.ledger.publication;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.note.VerifyingKey;

/**
 * How the log fares at one moment of the database's clock.
 *
 * @param entries written down
 * @param oldestWaiting when the oldest entry was appended that no checkpoint covers
 * @param last the last checkpoint
 * @param signingKeys those that sign every checkpoint; none where nothing is signed
 * @param retiredKeys those that signed earlier ones
 * @param witnessesNeeded how many cosignatures make a checkpoint a witnessed one
 * @param refusal why nothing is signed now
 */
public record LogStanding(
        Instant now,
        long entries,
        Optional<Instant> oldestWaiting,
        Optional<PublishedCheckpoint> last,
        Signer signer,
        Optional<Refusal> refusal,
        List<VerifyingKey> signingKeys,
        List<VerifyingKey> retiredKeys,
        List<Witness> witnesses,
        int witnessesNeeded) {
    public LogStanding {
        requireNonNull(now);
        requireNonNull(oldestWaiting);
        requireNonNull(last);
        requireNonNull(signer);
        requireNonNull(refusal);
        signingKeys = List.copyOf(signingKeys);
        retiredKeys = List.copyOf(retiredKeys);
        witnesses = List.copyOf(witnesses);
    }

    /** Which replica integrates entries and signs. */
    public enum Signer {
        THIS_REPLICA,
        ANOTHER_REPLICA,
        NOBODY
    }

    /** Since when nothing is signed, and a sentence that says why. */
    public record Refusal(Instant since, String reason) {
        public Refusal {
            requireNonNull(since);
            requireNonNull(reason);
        }
    }

    /**
     * A witness that is configured.
     *
     * @param last what it cosigned last; empty where nothing came from it yet
     */
    public record Witness(VerifyingKey key, Optional<Cosigned> last) {
        public Witness {
            requireNonNull(key);
            requireNonNull(last);
        }
    }

    /** A checkpoint of this size, cosigned at this time by the witness's clock. */
    public record Cosigned(long size, Instant at) {
        public Cosigned {
            requireNonNull(at);
        }
    }

    /** How many entries the last checkpoint covers. */
    public long size() {
        return last.map(PublishedCheckpoint::size).orElse(0L);
    }

    /** How many entries no checkpoint covers. */
    public long waiting() {
        return Math.max(0, entries - size());
    }

    /** How long the oldest of them has waited. */
    public Duration waited() {
        return oldestWaiting
                .map(since -> Duration.between(since, now))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
