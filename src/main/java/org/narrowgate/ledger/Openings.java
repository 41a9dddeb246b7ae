package org.narrowgate.ledger;

import java.util.Optional;

/** What opens an entry, by where it stands. */
@FunctionalInterface
public interface Openings {
    /**
     * The opening of the entry at an index, where there is one.
     *
     * @throws LedgerUnavailableException when it cannot be read
     */
    Optional<Opening> at(long index);
}
