package org.narrowgate.rights.request;

import static org.narrowgate.rights.request.RightsException.Fault.ALREADY_ASKED;
import static org.narrowgate.rights.request.RightsException.Fault.STALE;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;

/** Has what becomes of cases written down. */
@ApplicationScoped
class RightsRecorder {
    private final Ledger ledger;
    private final RightsCases cases;
    private final Clock clock;

    RightsRecorder(Ledger ledger, RightsCases cases, Clock clock) {
        this.ledger = ledger;
        this.cases = cases;
        this.clock = clock;
    }

    /** As exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * On return the entry is durable, and the case with it.
     *
     * @throws RightsException ALREADY_ASKED, STALE
     */
    RightsCase record(Entry entry, RightsMove move) {
        return switch (ledger.append(entry, cases.share(), move)) {
            case Appended.Written<RightsMove.Objection> written -> move.file();
            case Appended.Objected<RightsMove.Objection>(var objection) -> throw refused(objection);
        };
    }

    private static RightsException refused(RightsMove.Objection objection) {
        return switch (objection) {
            case ALREADY_ASKED ->
                new RightsException(ALREADY_ASKED, "You have asked this already, and it is open or in effect.");
            case CASE_CHANGED ->
                new RightsException(STALE, "This case has moved since you opened it. Nothing was done.");
        };
    }
}
