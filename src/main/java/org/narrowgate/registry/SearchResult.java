package org.narrowgate.registry;

import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;

/** What a search comes to. Nobody, more than one, and someone who must not be found are one answer. */
public sealed interface SearchResult {
    /** @param nhsNumber the person's own, as a key: for the log's pseudonym, never for the answer */
    record Found(PersonKey person, NhsNumber nhsNumber) implements SearchResult {}

    record NoTrace() implements SearchResult {}
}
