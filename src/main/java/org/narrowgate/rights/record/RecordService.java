package org.narrowgate.rights.record;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.narrowgate.caller.PersonSession;
import org.narrowgate.caller.SignedInPerson;
import org.narrowgate.casework.RecordedRequest;
import org.narrowgate.casework.RecordedRequests;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.disclosure.Standpoint;
import org.narrowgate.disclosure.StandpointService;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.rights.embargo.Embargoes;
import org.narrowgate.rights.embargo.Embargoes.LoggedStep;
import org.narrowgate.rights.record.MyRecord.Opening;
import org.narrowgate.rights.record.MyRecord.Session;

/** Opens somebody's own record. */
@ApplicationScoped
public class RecordService {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final StandpointService standpoints;
    private final EntriesAbout entries;
    private final Ledger ledger;
    private final PolicyVersions versions;
    private final RecordedRequests requests;
    private final Embargoes embargoes;
    private final RecordTerms terms;
    private final Clock clock;

    RecordService(
            StandpointService standpoints,
            EntriesAbout entries,
            Ledger ledger,
            PolicyVersions versions,
            RecordedRequests requests,
            Embargoes embargoes,
            RecordTerms terms,
            Clock clock) {
        this.standpoints = standpoints;
        this.entries = entries;
        this.ledger = ledger;
        this.versions = versions;
        this.requests = requests;
        this.embargoes = embargoes;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * The record as this person may see it now. INVARIANT: that it was opened is written down before anything of it is
     * made.
     *
     * @throws org.narrowgate.ledger.LedgerUnavailableException when that cannot be written, or the log not be read
     */
    public OpenedRecord open(SignedInPerson person, PersonSession session) {
        return switch (standpoint(person)) {
            case Standpoint.Unavailable() -> new OpenedRecord.Unavailable();
            case Standpoint.TooYoung() -> new OpenedRecord.TooYoung();
            case Standpoint.Open(var pseudonyms) -> new OpenedRecord.Shown(open(pseudonyms, session.mark()));
        };
    }

    /** By which names the log knows this person, where they may see what it says of them. Nothing is written down. */
    public Standpoint standpoint(SignedInPerson person) {
        return standpoints.of(person.nhsNumber(), terms.lowestAge(), LocalDate.ofInstant(clock.instant(), ZONE));
    }

    private MyRecord open(List<String> pseudonyms, String session) {
        var now = clock.instant();
        var about = entries.naming(pseudonyms);
        var openings = opened(Openings.of(about, session), pseudonyms.getFirst(), session, now);
        var reading = new RecordReading(number -> versions.version(number).map(PolicyVersion::policy), delay(now), now);
        return new MyRecord(entries.beginning(), reading.requests(about, this::withdrawn), openings);
    }

    private List<Opening> opened(List<Opening> earlier, String subject, String session, Instant now) {
        if (Openings.goesOn(earlier, now)) {
            return earlier;
        }
        ledger.append(Openings.entry(subject, session, now), Openings.ALONE, Openings.KIND);
        return Stream.concat(Stream.of(new Opening(now, Session.THIS)), earlier.stream())
                .toList();
    }

    // A request that was taken back moves no more: when it last moved is when that was.
    private Map<UUID, Instant> withdrawn(Set<UUID> undecided) {
        return requests.found(undecided.stream().map(TracingRequestId::new).toList()).values().stream()
                .filter(request -> request.state() == TracingRequestState.WITHDRAWN)
                .collect(toUnmodifiableMap(request -> request.id().value(), RecordedRequest::changedAt));
    }

    private Delay delay(Instant now) {
        return step -> step.purpose()
                .map(purpose -> new LoggedStep(step.request(), purpose, step.policyVersion(), step.at()))
                .map(logged -> embargoes.shownFrom(logged, now))
                .filter(step.at()::isBefore);
    }
}
