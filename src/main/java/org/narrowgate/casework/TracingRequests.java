package org.narrowgate.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.PurposeId;

/** The use cases of an agency with its tracing requests. Every method throws {@link CaseworkException} where told so. */
public interface TracingRequests {
    /** What the agency may ask for under the policy now in force, one per purpose of its token, in order of purpose. */
    List<OwnEntitlement> entitlements(Asker asker);

    /** The same as it will be at the end of a day, today or later, as far as is announced; what is stopped stays so. */
    List<OwnEntitlement> entitlementsAtEndOf(LocalDate day, Asker asker);

    /** What would be decided now. Asks no registry, creates no request, counts against no limit. */
    Decision preview(Asker asker, NewTracingRequest asked);

    /**
     * Asks. The same idempotency key from the same agency gets the request it made before, read again.
     *
     * @param idempotencyKey the call's X-Request-ID
     */
    Answer request(Asker asker, NewTracingRequest asked, Selection selection, @Nullable UUID idempotencyKey);

    /** One of the agency's own requests. Reading a person again is a new disclosure: decided again, logged again. */
    Optional<Answer> read(Asker asker, TracingRequestId id, Selection selection);

    Page page(Asker asker, Filter filter);

    /** @throws CaseworkException REQUEST_UNKNOWN, MOVE_NOT_OFFERED */
    TracingRequest withdraw(Asker asker, TracingRequestId id, String reason);

    /** @throws CaseworkException REQUEST_UNKNOWN, MOVE_NOT_OFFERED */
    TracingRequest provideInformation(Asker asker, TracingRequestId id, String information);

    /** @throws CaseworkException REQUEST_UNKNOWN, MOVE_NOT_OFFERED */
    TracingRequest reportMismatch(Asker asker, TracingRequestId id, String reason);

    /** @throws CaseworkException REQUEST_UNKNOWN, MOVE_NOT_OFFERED, DESTROYED_BEFORE_DISCLOSED */
    TracingRequest attestDestruction(Asker asker, TracingRequestId id, LocalDate destroyedOn, String method);

    /**
     * @param first 1 to 100
     * @param after an opaque cursor of an earlier page
     */
    record Filter(
            Optional<PurposeId> purpose,
            Optional<TracingRequestState> state,
            Optional<Instant> changedSince,
            int first,
            Optional<String> after) {}

    /** Newest first. Outcomes of refused and untraced requests are there; a traced one's never is. */
    record Page(List<Answer> answers, Optional<String> endCursor, boolean hasNextPage) {
        public Page {
            answers = List.copyOf(answers);
        }
    }
}
