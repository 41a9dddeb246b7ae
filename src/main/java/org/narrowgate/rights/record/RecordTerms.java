package org.narrowgate.rights.record;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who may open their own record.
 *
 * @param lowestAge from which on people see it by themselves
 * @param contact whom to write to where it cannot be shown, as people are to use it
 */
public record RecordTerms(int lowestAge, Optional<String> contact) {
    public RecordTerms {
        requireNonNull(contact);
        if (lowestAge < 0 || lowestAge > 18) {
            throw new IllegalArgumentException("narrowgate.my-record.lowest-age lies between 0 and 18");
        }
    }
}
