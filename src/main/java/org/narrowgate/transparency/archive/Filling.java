package org.narrowgate.transparency.archive;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.narrowgate.policy.AgencyGroup;

/** What became of an attempt to fill the archive. */
public sealed interface Filling {
    /** There was something in it: nothing was changed. */
    record FilledBefore() implements Filling {}

    /** @param counts by group and row of the register */
    record Filled(Map<AgencyGroup, Map<String, Integer>> counts) implements Filling {
        public Filled {
            counts = Map.copyOf(counts);
        }

        static Filled with(List<ArchivedRequest> requests) {
            return new Filled(requests.stream()
                    .collect(groupingBy(
                            ArchivedRequest::group,
                            groupingBy(request -> request.fate().row(), TreeMap::new, summingInt(request -> 1)))));
        }
    }
}
