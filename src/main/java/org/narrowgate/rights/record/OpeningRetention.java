package org.narrowgate.rights.record;

import jakarta.enterprise.context.ApplicationScoped;
import org.narrowgate.ledger.YearlyErased;

/** Whose record was opened, and in which session, is kept for a year; that one was opened stays. */
@ApplicationScoped
class OpeningRetention implements YearlyErased {
    @Override
    public String kind() {
        return Openings.KIND;
    }
}
