package org.narrowgate.registry;

import java.util.Set;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;

/** What a search comes to. Nobody, more than one, and someone who must not be found are one answer. */
public sealed interface SearchResult {
    /**
     * @param nhsNumber the person's own, as a key: for the log's pseudonym, never for the answer
     * @param numbers all that lead to the person, the own one and those that mergers have superseded
     */
    record Found(PersonKey person, NhsNumber nhsNumber, Set<NhsNumber> numbers) implements SearchResult {
        public Found {
            numbers = Set.copyOf(numbers);
        }
    }

    record NoTrace() implements SearchResult {}
}
