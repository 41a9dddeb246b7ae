package org.narrowgate.ledger.search;

import java.util.Optional;
import java.util.OptionalLong;
import org.narrowgate.ledger.LedgerUnavailableException;

/** The log as overseers ask it. */
public interface LogSearch {
    /**
     * How far one look goes, however rare what it is looking for.
     *
     * @param found entries at most
     * @param looked entries looked at, at most
     */
    record Bounds(int found, int looked) {
        public Bounds {
            if (found < 1 || looked < found) {
                throw new IllegalArgumentException("a look finds something and looks at no less");
            }
        }
    }

    /**
     * Looks from the newest entry downwards.
     *
     * @param before only at entries below this index
     * @throws LedgerUnavailableException when the log cannot be read
     */
    Findings find(LogQuestion question, OptionalLong before, Bounds bounds);

    /**
     * One entry; empty where the log has none of this index.
     *
     * @throws LedgerUnavailableException when the log cannot be read
     */
    Optional<OpenCircumstances> entry(long index);
}
