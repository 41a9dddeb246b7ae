package org.narrowgate.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.narrowgate.disclosure.Footing;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.ledger.Position;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.PolicyMark;
import org.narrowgate.policy.PurposeId;

/**
 * What becomes of a case file with one log entry.
 *
 * @param policy what it was decided on; must still hold under the log's lock
 * @param footing what its finding rests on, which must still hold as well; empty where nobody was found
 */
public record CaseMove(
        AgencyId agency, TracingRequestId request, PolicyMark policy, Optional<Footing> footing, Change change) {

    /** What changes, and what must still hold for it under the log's lock. */
    public sealed interface Change {
        /**
         * A new request.
         *
         * @param key of no earlier request of this agency
         * @param use what it counts against; empty for a refused request, which counts against nothing
         * @param file as it is kept, once the entry's position is known
         */
        record Fresh(Optional<UUID> key, Optional<Use> use, Function<Position, CaseFile> file) implements Change {}

        /**
         * A request that nobody has moved meanwhile moves on.
         *
         * @param changedAt when it was last moved, as it was read
         * @param readings how often its outcome had been read again, which moves nothing and must not be undone
         */
        record Moved(Instant changedAt, int readings, Function<Position, CaseFile> file) implements Change {}

        /** A request that nobody has moved meanwhile is erased, and with it the particulars of all its entries. */
        record Erased(Moved moved, Erasure.Reason reason) implements Change {}

        /**
         * A traced request is read once more, where it has not been read as often as allowed.
         *
         * @param disclosedAt empty where no field leaves with it
         */
        record ReadAgain(int allowed, Optional<Instant> disclosedAt) implements Change {}

        /** Nothing changes but the log. */
        record Nothing() implements Change {}
    }

    /** One more use of a purpose on a day, and how many the agreement allows. */
    public record Use(PurposeId purpose, LocalDate day, OptionalInt dailyLimit, OptionalInt monthlyLimit) {}

    /** Why a move may not be made; the request is then decided again. */
    public enum Objection {
        POLICY_SUPERSEDED,
        KEY_TAKEN,
        LIMIT_REACHED,
        CASE_CHANGED,
        /** The person found is not held as they were, or has asked to be left alone. */
        PERSON_CHANGED
    }
}
