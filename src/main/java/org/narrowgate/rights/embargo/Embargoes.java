package org.narrowgate.rights.embargo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.policy.Purpose.Embargo;
import org.narrowgate.policy.PurposeId;

/** What may not yet show in a person's own record. */
public interface Embargoes {
    /**
     * When an entry that does not show yet will; empty where it shows. What has shown once is not hidden again: an
     * embargo that begins later finds the entry in the record and leaves it there.
     *
     * @throws IllegalStateException where the policy version it names was never published
     */
    Optional<Instant> endOf(LoggedStep entry, Instant now);

    /**
     * From when on an entry shows: its own moment where nothing held it back.
     *
     * @throws IllegalStateException where the policy version it names was never published
     */
    Instant shownFrom(LoggedStep entry, Instant now);

    /** Every request for which an embargo was ever asked for or proposed, the next date first, what is over last. */
    List<EmbargoLine> ofRequests(Instant now);

    /** Those of them that a caseworker has to do something about: an ask, a proposal, or a review due by this day. */
    List<EmbargoLine> toDo(Instant now, LocalDate reviewBy);

    /** The embargoes of the policy in force, in the order of its purposes. */
    List<OfPurpose> ofPurposes(Instant now);

    /**
     * An entry of the log about a tracing request, as its circumstances have it.
     *
     * @param policyVersion which it was decided under
     */
    record LoggedStep(UUID request, PurposeId purpose, int policyVersion, Instant at) {
        public LoggedStep {
            requireNonNull(request);
            requireNonNull(purpose);
            requireNonNull(at);
        }
    }

    /** @param standing whether it still delays anything */
    record OfPurpose(PurposeId purpose, String title, Embargo embargo, Standing standing) {
        public OfPurpose {
            requireNonNull(purpose);
            requireNonNull(title);
            requireNonNull(embargo);
            requireNonNull(standing);
        }

        /** Whether its review is overdue. */
        public enum Standing {
            IN_FORCE,
            LAPSED
        }
    }
}
