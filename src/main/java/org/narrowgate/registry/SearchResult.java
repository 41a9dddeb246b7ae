package org.narrowgate.registry;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;

/** What a search comes to. Nobody, more than one, and someone who must not be found are one answer. */
public sealed interface SearchResult {
    /**
     * @param version the record that was found, as it was then
     * @param nhsNumber the person's own, as a key: for the log's pseudonym, never for the answer
     * @param numbers all that lead to the person, the own one and those that mergers have superseded
     */
    record Found(RecordVersion version, NhsNumber nhsNumber, Set<NhsNumber> numbers) implements SearchResult {
        public Found {
            requireNonNull(version);
            requireNonNull(nhsNumber);
            numbers = Set.copyOf(numbers);
        }

        public PersonKey person() {
            return version.person();
        }
    }

    record NoTrace() implements SearchResult {}
}
