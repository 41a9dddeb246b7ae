package org.narrowgate.disclosure;

import org.narrowgate.policy.Field;

/** A selected field that is not released as held, and why. */
public record WithheldField(Field field, Treatment treatment, Reason reason) {
    /** What became of a field. */
    public enum Treatment {
        RELEASED,
        GENERALISED,
        WITHHELD
    }

    /** Why a field is not released as held. */
    public enum Reason {
        /** The policy gives this purpose less than was asked. */
        NOT_NEEDED_FOR_PURPOSE,
        /** Not held, or protected: the two look alike. */
        NOT_AVAILABLE
    }
}
