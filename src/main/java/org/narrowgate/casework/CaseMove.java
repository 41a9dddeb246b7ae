package org.narrowgate.casework;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.narrowgate.ledger.Position;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.PurposeId;

/**
 * What becomes of a case file with one log entry, and what must still hold for it under the log's lock.
 *
 * @param policyVersion must still be in force
 * @param file the case file as it is kept, once the entry's position is known
 */
public record CaseMove(AgencyId agency, int policyVersion, Expectation expectation, Function<Position, CaseFile> file) {

    public sealed interface Expectation {
        /**
         * A new request.
         *
         * @param key of no earlier request of this agency
         * @param use what it counts against; empty for a refused request, which counts against nothing
         */
        record Fresh(Optional<UUID> key, Optional<Use> use) implements Expectation {}

        /** A request that nobody has moved or read again meanwhile. */
        record Unchanged(TracingRequestId id, TracingRequestState state, int readings) implements Expectation {}
    }

    /** One more use of a purpose on a day (UTC), and how many the agreement allows. */
    public record Use(PurposeId purpose, LocalDate day, OptionalInt dailyLimit, OptionalInt monthlyLimit) {}

    /** Why a move may not be made; the request is then decided again. */
    public enum Objection {
        POLICY_SUPERSEDED,
        KEY_TAKEN,
        LIMIT_REACHED,
        CASE_CHANGED
    }
}
