package org.narrowgate.transparency.agreements;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.policy.Entitlement;
import org.narrowgate.policy.Purpose.Consultation;
import org.narrowgate.policy.Purpose.Embargo;
import org.narrowgate.policy.Purpose.Restriction;
import org.narrowgate.policy.PurposeId;

/** A purpose that an agreement names, and what comes of that. */
public sealed interface AgreedPurpose {
    /**
     * What the agency may ask and be answered.
     *
     * @param statute the power it rests on
     * @param consultation whether it can be widened only after one
     * @param restriction whether it still reaches a person who has had processing restricted
     * @param embargo a delay before a disclosure shows in the person's own record
     * @param stoppedSince while this purpose, or one above it, is stopped: nothing may be asked
     */
    record Granted(
            Entitlement entitlement,
            String statute,
            Consultation consultation,
            Restriction restriction,
            Optional<Embargo> embargo,
            Optional<LocalDate> stoppedSince)
            implements AgreedPurpose {
        public Granted {
            requireNonNull(entitlement);
            requireNonNull(statute);
            requireNonNull(consultation);
            requireNonNull(restriction);
            requireNonNull(embargo);
            requireNonNull(stoppedSince);
        }
    }

    /** A prohibition beats what the agreement names: nothing may be asked. */
    record Prohibited(PurposeId purpose, String title) implements AgreedPurpose {
        public Prohibited {
            requireNonNull(purpose);
            requireNonNull(title);
        }
    }
}
