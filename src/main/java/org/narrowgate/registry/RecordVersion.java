package org.narrowgate.registry;

import static java.util.Objects.requireNonNull;

import org.narrowgate.subject.PersonKey;

/**
 * A person's record as it was at one time: any change to it, or to the names, addresses and registrations in it, makes
 * another version.
 */
public record RecordVersion(PersonKey person, long number) {
    public RecordVersion {
        requireNonNull(person);
    }
}
