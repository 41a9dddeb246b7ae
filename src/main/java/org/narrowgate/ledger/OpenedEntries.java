package org.narrowgate.ledger;

import java.util.List;

/** Entries with their particulars, by where they stand. */
public interface OpenedEntries {
    /** Those of these indices there are, in order of index. */
    List<OpenedEntry> at(List<Long> indices);
}
