package org.narrowgate.observation;

import static java.util.Objects.requireNonNull;

/** Something of somebody that must stand in no log, metric or trace. */
record Detail(Kind kind, String value) {
    Detail {
        requireNonNull(kind);
        requireNonNull(value);
    }

    enum Kind {
        NHS_NUMBER,
        NAME,
        POSTCODE,
        BIRTH_DATE
    }
}
