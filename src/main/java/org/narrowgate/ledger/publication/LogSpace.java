package org.narrowgate.ledger.publication;

/** Tells how much room the log has been given. */
@FunctionalInterface
public interface LogSpace {
    /**
     * How many more entries it takes. With none left every append fails: `migrate` makes room.
     *
     * @throws org.narrowgate.ledger.LedgerUnavailableException where the database does not say
     */
    long entriesLeft();
}
