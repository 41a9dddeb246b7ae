package org.narrowgate.rights.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.OpenedEntry;

/** The log as one person is found in it. */
public interface EntriesAbout {
    /**
     * The entries that name the person, in order of index. Those whose particulars are erased name nobody.
     *
     * @param pseudonyms of every number they had, under every key
     * @throws org.narrowgate.ledger.LedgerUnavailableException when they cannot be read
     */
    List<OpenedEntry> naming(List<String> pseudonyms);

    /** When the log began; empty while it has no entry. */
    Optional<Instant> beginning();
}
