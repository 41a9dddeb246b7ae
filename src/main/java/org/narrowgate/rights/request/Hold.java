package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** How long a case keeps details from leaving for the purposes it is about, as far as they yield. */
public sealed interface Hold {
    /** Not, or no longer. */
    record None() implements Hold {}

    /** As long as nobody decides otherwise. */
    record Open() implements Hold {}

    /** The person has been told that it ends then. */
    record Until(Instant end) implements Hold {
        public Until {
            requireNonNull(end);
        }
    }

    default boolean holdsAt(Instant now) {
        return switch (this) {
            case None() -> false;
            case Open() -> true;
            case Until(var end) -> now.isBefore(end);
        };
    }
}
