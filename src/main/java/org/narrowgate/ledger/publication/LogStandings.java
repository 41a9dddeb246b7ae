package org.narrowgate.ledger.publication;

/** Tells how the log fares. */
public interface LogStandings {
    /** @throws org.narrowgate.ledger.LedgerUnavailableException where the database does not say */
    LogStanding now();
}
