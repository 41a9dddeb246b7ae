package org.narrowgate.policy;

import java.util.Optional;
import java.util.Set;

/** All the policy decides on: the request alone, nothing of the registry. */
public record RequestFacts(
        PurposeId purpose,
        Optional<Ground> ground,
        Sources sources,
        Optional<Countersignature> countersignature,
        Set<SearchArgument> searchArguments) {
    public RequestFacts {
        searchArguments = Set.copyOf(searchArguments);
    }

    /** Whether the agency has tried its usual sources of internal information first. */
    public enum Sources {
        EXHAUSTED,
        NOT_EXHAUSTED
    }
}
