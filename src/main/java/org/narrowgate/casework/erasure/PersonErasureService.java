package org.narrowgate.casework.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.erasure.ErasureService.Outcome;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.ledger.Erasures;
import org.narrowgate.subject.NhsNumber;

/** Erases all that the log's particulars hold of one person, as far as it may go yet. */
@ApplicationScoped
public class PersonErasureService {
    private final DisclosureService disclosures;
    private final NamingEntries naming;
    private final ErasureService erasing;
    private final Erasures erasures;

    PersonErasureService(
            DisclosureService disclosures, NamingEntries naming, ErasureService erasing, Erasures erasures) {
        this.disclosures = disclosures;
        this.naming = naming;
        this.erasing = erasing;
        this.erasures = erasures;
    }

    /**
     * What came of it, in numbers: nothing in it tells of anybody.
     *
     * @param requests erased now
     * @param alone entries that belong to no request, erased now
     * @param notYet requests that cannot go yet, by what stands against it
     */
    public record Report(int requests, int alone, Map<Obstacle, Integer> notYet) {
        public Report {
            notYet = Map.copyOf(notYet);
        }
    }

    /** @param reason any but retention, which knows no persons */
    public Report erase(NhsNumber person, Erasure.Reason reason) {
        var named = naming.of(List.copyOf(disclosures.knownAs(person)));
        var notYet = new EnumMap<Obstacle, Integer>(Obstacle.class);
        if (named.ownCases() > 0) {
            notYet.put(Obstacle.OWN_CASE, named.ownCases());
        }
        int requests = 0;
        for (var request : named.requests()) {
            requests += erase(request, reason, notYet);
        }
        eraseAlone(named.alone(), reason);
        return new Report(requests, named.alone().size(), notYet);
    }

    private int erase(TracingRequestId request, Erasure.Reason reason, Map<Obstacle, Integer> notYet) {
        return switch (erasing.erase(request, reason)) {
            case Outcome.Erased erased -> 1;
            case Outcome.Hindered(var by) -> {
                notYet.merge(by, 1, Integer::sum);
                yield 0;
            }
            case Outcome.Unknown unknown -> 0;
            case Outcome.ErasedBefore before -> 0;
            case Outcome.NotDue early -> 0;
        };
    }

    private void eraseAlone(List<Long> entries, Erasure.Reason reason) {
        for (int from = 0; from < entries.size(); from += Erasures.MOST) {
            erasures.erase(
                    new ArrayList<>(entries.subList(from, Math.min(from + Erasures.MOST, entries.size()))), reason);
        }
    }
}
