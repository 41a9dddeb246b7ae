package org.narrowgate.cli;

import jakarta.enterprise.context.ApplicationScoped;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.erasure.ErasureService;
import org.narrowgate.casework.erasure.PersonErasureService;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.subject.NhsNumber;

/** What {@code forget} can erase. */
@ApplicationScoped
class ForgettingService {
    private final ErasureService requests;
    private final PersonErasureService persons;

    ForgettingService(ErasureService requests, PersonErasureService persons) {
        this.requests = requests;
        this.persons = persons;
    }

    ErasureService.Outcome request(TracingRequestId id, Erasure.Reason reason) {
        return requests.erase(id, reason);
    }

    PersonErasureService.Report person(NhsNumber number, Erasure.Reason reason) {
        return persons.erase(number, reason);
    }
}
