package org.narrowgate.ledger;

import java.util.List;

/** The log as it is read: in the order of its entries, without their particulars. */
public interface WrittenEntries {
    /**
     * The entries that follow an index, in order and without gaps; none where it is the last.
     *
     * @param index -1 for the beginning
     * @param most how many at once
     * @throws LedgerUnavailableException when they cannot be read
     */
    List<WrittenEntry> after(long index, int most);
}
