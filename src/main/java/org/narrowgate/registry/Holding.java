package org.narrowgate.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.narrowgate.subject.NhsNumber;

/** How the registry holds somebody who comes with their own number: what protects them from others does not count. */
public sealed interface Holding {
    /** No such number, one made in error, or one whose chain of mergers leads nowhere. */
    record Nobody() implements Holding {}

    record Deceased() implements Holding {}

    /**
     * @param numbers every number there has been for this person, the one that counts first
     * @param birthDate as far as it is known
     */
    record Somebody(List<NhsNumber> numbers, Optional<PartialDate> birthDate) implements Holding {
        public Somebody {
            numbers = List.copyOf(numbers);
            requireNonNull(birthDate);
        }
    }
}
