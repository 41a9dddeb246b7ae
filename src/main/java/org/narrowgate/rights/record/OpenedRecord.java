package org.narrowgate.rights.record;

import static java.util.Objects.requireNonNull;

/** What opening a record comes to. */
public sealed interface OpenedRecord {
    record Shown(MyRecord record) implements OpenedRecord {
        public Shown {
            requireNonNull(record);
        }
    }

    /** No such number, no valid one, or somebody held as deceased: nobody is told which. */
    record Unavailable() implements OpenedRecord {}

    /** Somebody below the age, or of unknown age. */
    record TooYoung() implements OpenedRecord {}
}
