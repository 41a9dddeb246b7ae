package org.narrowgate.ledger.verification;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.narrowgate.ledger.Erasure;

/** What came of looking at every record of the log. */
public sealed interface RecordsVerdict {
    /**
     * Everything holds.
     *
     * @param covered how many of the entries the last checkpoint covers
     * @param erased how many entries' particulars are gone, by the reason the log gives
     */
    record Holds(long entries, long covered, Map<Erasure.Reason, Long> erased) implements RecordsVerdict {
        public Holds {
            erased = Map.copyOf(erased);
        }
    }

    /** Something does not; the sentence names the entry. */
    record Broken(String finding) implements RecordsVerdict {
        public Broken {
            requireNonNull(finding);
        }
    }
}
