package org.narrowgate.caller;

import static java.util.Objects.requireNonNull;

import org.narrowgate.subject.NhsNumber;

/** Somebody who has signed in to their own record, under the number that the identity provider vouches for. */
public record SignedInPerson(NhsNumber nhsNumber) {
    public SignedInPerson {
        requireNonNull(nhsNumber);
    }
}
