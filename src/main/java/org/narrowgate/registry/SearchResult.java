package org.narrowgate.registry;

/** What a search comes to. Nobody, more than one, and someone who must not be found are one answer. */
public sealed interface SearchResult {
    record Found(PersonKey person) implements SearchResult {}

    record NoTrace() implements SearchResult {}
}
