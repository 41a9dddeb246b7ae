package org.narrowgate.ledger;

import java.util.List;

/** Erases the particulars of entries that belong to no request, in one commit with the entry that says so. */
public interface Erasures {
    /** How many entries one erasure names at most. */
    int MOST = 500;

    /**
     * For retention, entries of the last year may not be among them; for any other reason the database's role must be a
     * member of {@code eraser}. Else nothing is erased and nothing written.
     *
     * @param entries at most {@link #MOST}
     * @return where the entry stands that says so
     * @throws LedgerUnavailableException when it is not known to be done
     */
    Position erase(List<Long> entries, Erasure.Reason reason);

    /**
     * Entries of these kinds that are older than a year and whose particulars are still there, at most {@link #MOST}, in
     * order of index.
     *
     * @param after -1 for the beginning
     */
    List<Long> due(List<String> kinds, long after);
}
