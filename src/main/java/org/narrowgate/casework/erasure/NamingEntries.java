package org.narrowgate.casework.erasure;

import java.util.List;
import java.util.Set;
import org.narrowgate.casework.TracingRequestId;

/** Finds which entries of the log name somebody. */
@FunctionalInterface
public interface NamingEntries {
    /** @param pseudonyms all the names that the log may have for one person */
    Naming of(List<String> pseudonyms);

    /**
     * @param requests those whose entries do
     * @param alone entries that do and belong to no request
     * @param ownCases how many requests of the person's own they belong to, which are erased as a whole in their time
     */
    record Naming(Set<TracingRequestId> requests, List<Long> alone, int ownCases) {
        public Naming {
            requests = Set.copyOf(requests);
            alone = List.copyOf(alone);
        }
    }
}
