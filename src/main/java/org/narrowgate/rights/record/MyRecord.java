package org.narrowgate.rights.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.policy.Precision;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;

/**
 * What a person may know of who asked about them: who, when, for what purpose, on what ground in law, and what left.
 * It holds no detail of the person themselves.
 *
 * @param logBegan before which nothing was written down
 * @param requests the latest first
 * @param openings of this record, the latest first
 */
public record MyRecord(Optional<Instant> logBegan, List<Request> requests, List<Opening> openings) {
    public MyRecord {
        requireNonNull(logBegan);
        requireNonNull(requests);
        requests = List.copyOf(requests);
        openings = List.copyOf(openings);
    }

    /**
     * A tracing request that named the person or found them.
     *
     * @param id for the gateway's own use; neither page nor copy shows it
     * @param at when it came to this; of details that left several times, the latest
     */
    public record Request(UUID id, Instant at, Terms terms, Outcome outcome) {
        public Request {
            requireNonNull(id);
            requireNonNull(at);
            requireNonNull(terms);
            requireNonNull(outcome);
        }
    }

    /**
     * Who asked for what, and on what it rests: in the words of the policy it was decided under.
     *
     * @param purpose empty where that policy knew no such purpose
     * @param agreement the title of the agency's; empty where it had none
     */
    public record Terms(AgencyId agencyId, String agency, Optional<PurposeTerms> purpose, Optional<String> agreement) {
        public Terms {
            requireNonNull(agencyId);
            requireNonNull(agency);
            requireNonNull(purpose);
            requireNonNull(agreement);
        }
    }

    /** @param statute the power it rests on */
    public record PurposeTerms(PurposeId id, String title, LawfulBasis lawfulBasis, String statute) {
        public PurposeTerms {
            requireNonNull(id);
            requireNonNull(title);
            requireNonNull(lawfulBasis);
            requireNonNull(statute);
        }
    }

    /** What a request came to. */
    public sealed interface Outcome {
        /** @param times at least one, the latest first */
        record Received(List<Disclosure> times) implements Outcome {
            public Received {
                times = List.copyOf(times);
            }
        }

        /** It was allowed, and no detail was fetched. */
        record Allowed(Optional<Instant> delayedUntil) implements Outcome {
            public Allowed {
                requireNonNull(delayedUntil);
            }
        }

        /** It named the person's number, and was answered that nobody was traced. */
        record NotTraced(Optional<Instant> delayedUntil) implements Outcome {
            public NotTraced {
                requireNonNull(delayedUntil);
            }
        }

        record Refused(RefusalReason reason, Optional<Instant> delayedUntil) implements Outcome {
            public Refused {
                requireNonNull(reason);
                requireNonNull(delayedUntil);
            }
        }

        /** The agency took it back before it was decided. */
        record Withdrawn(Optional<Instant> delayedUntil) implements Outcome {
            public Withdrawn {
                requireNonNull(delayedUntil);
            }
        }
    }

    /**
     * Details that left.
     *
     * @param released as held, in the catalogue's order
     * @param generalised made less exact
     * @param delayedUntil where it did not show here at once
     */
    public record Disclosure(
            Instant at, List<Field> released, Map<Field, Precision> generalised, Optional<Instant> delayedUntil) {
        public Disclosure {
            requireNonNull(at);
            released = List.copyOf(released);
            generalised = Map.copyOf(generalised);
            requireNonNull(delayedUntil);
        }
    }

    /** That somebody opened this record, signed in as the person. */
    public record Opening(Instant at, Session session) {
        public Opening {
            requireNonNull(at);
            requireNonNull(session);
        }
    }

    /** Whose session an opening belongs to. */
    public enum Session {
        THIS,
        ANOTHER
    }
}
