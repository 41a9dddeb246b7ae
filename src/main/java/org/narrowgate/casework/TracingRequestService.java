package org.narrowgate.casework;

import static org.narrowgate.casework.CaseworkException.Fault.REQUEST_ID_REUSED;
import static org.narrowgate.casework.CaseworkException.Fault.REQUEST_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.Recorder.Attempt;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Entitlement;
import org.narrowgate.policy.PolicyInForce;

/** Tracing requests, each step decided under the policy in force and written down before it is answered. */
@ApplicationScoped
public class TracingRequestService implements TracingRequests {
    private final Arrival arrival;
    private final Reading reading;
    private final AgencyMoves moves;
    private final Recorder recorder;
    private final CaseFiles files;
    private final PolicyInForce policy;
    private final DisclosureService disclosures;

    TracingRequestService(
            Arrival arrival,
            Reading reading,
            AgencyMoves moves,
            Recorder recorder,
            CaseFiles files,
            PolicyInForce policy,
            DisclosureService disclosures) {
        this.arrival = arrival;
        this.reading = reading;
        this.moves = moves;
        this.recorder = recorder;
        this.files = files;
        this.policy = policy;
        this.disclosures = disclosures;
    }

    @Override
    public List<OwnEntitlement> entitlements(Asker asker) {
        policy.refresh();
        return entitlements(asker, recorder.moment());
    }

    @Override
    public List<OwnEntitlement> entitlementsAtEndOf(LocalDate day, Asker asker) {
        policy.refresh();
        return entitlements(asker, Moment.atEndOf(day, policy.announcements()));
    }

    private List<OwnEntitlement> entitlements(Asker asker, Moment moment) {
        return moment
                .policy()
                .policy()
                .entitlements(asker, purpose -> files.standing(asker.agency(), purpose, moment.today()))
                .stream()
                .map(entitlement -> withDestructions(asker, entitlement, moment))
                .toList();
    }

    private OwnEntitlement withDestructions(Asker asker, Entitlement entitlement, Moment moment) {
        var destructions = files.destructions(asker.agency(), entitlement.purpose(), moment.today());
        return new OwnEntitlement(entitlement, destructions, DestructionReminder.of(destructions, moment.today()));
    }

    @Override
    public Decision preview(Asker asker, NewTracingRequest asked) {
        policy.refresh();
        var moment = recorder.moment();
        var standing = files.standing(asker.agency(), asked.facts().purpose(), moment.today());
        return moment.policy().policy().decide(asker, asked.facts(), standing, moment.today());
    }

    @Override
    public Answer request(Asker asker, NewTracingRequest asked, Selection selection, @Nullable UUID idempotencyKey) {
        var key = Optional.ofNullable(idempotencyKey);
        var text = files.textOf(asked);
        var said = new Submission(
                asked.facts(),
                Optional.of(asked.subject()),
                asked.justification(),
                asked.priority(),
                asked.priorityReason(),
                key,
                disclosures.fingerprint(text));
        return recorder.record(moment -> {
            var met = files.met(asker.agency(), asked.facts().purpose(), key, moment.today());
            return met.earlier()
                    .flatMap(id -> files.find(asker.agency(), id))
                    .map(earlier -> reading.decide(asker, same(earlier, text), selection, moment))
                    .orElseGet(() -> new Attempt.ToRecord<>(
                            arrival.decide(asker, asked, selection, said, met.standing(), moment)));
        });
    }

    @Override
    public Optional<Answer> read(Asker asker, TracingRequestId id, Selection selection) {
        // Looked at twice: the second time with every attempt, because somebody may have moved it meanwhile.
        return files.find(asker.agency(), id)
                .map(own -> recorder.record(moment -> reading.decide(asker, own(asker, id), selection, moment)));
    }

    @Override
    public Page page(Asker asker, Filter filter) {
        var moment = recorder.moment();
        var found = files.page(asker.agency(), filter);
        var shown = found.stream().limit(filter.first()).toList();
        var answers = shown.stream()
                .map(file -> reading.decide(asker, file, new Selection.NoPerson(), moment))
                .map(attempt -> switch (attempt) {
                    case Attempt.NothingToRecord<Answer>(var answer) -> answer;
                    // INVARIANT: without a person there is nothing to record.
                    case Attempt.ToRecord<Answer> unexpected -> throw new IllegalStateException("a list discloses");
                })
                .toList();
        var end = shown.isEmpty()
                ? Optional.<String>empty()
                : Optional.of(Cursor.of(shown.getLast()).text());
        return new Page(answers, end, found.size() > shown.size());
    }

    @Override
    public TracingRequest withdraw(Asker asker, TracingRequestId id, String reason) {
        return moves.withdraw(asker, id, reason);
    }

    @Override
    public TracingRequest provideInformation(Asker asker, TracingRequestId id, String information) {
        return moves.provideInformation(asker, id, information);
    }

    @Override
    public TracingRequest reportMismatch(Asker asker, TracingRequestId id, String reason) {
        return moves.reportMismatch(asker, id, reason);
    }

    @Override
    public TracingRequest attestDestruction(Asker asker, TracingRequestId id, LocalDate destroyedOn, String method) {
        return moves.attestDestruction(asker, id, new CaseState.Destruction(destroyedOn, method));
    }

    private CaseFile same(CaseFile earlier, String text) {
        if (disclosures.isFingerprintOf(earlier.submission().fingerprint(), text)) {
            return earlier;
        }
        throw new CaseworkException(
                REQUEST_ID_REUSED, "this X-Request-ID came with another request before; a new request needs a new one");
    }

    private CaseFile own(Asker asker, TracingRequestId id) {
        return files.find(asker.agency(), id)
                .orElseThrow(() -> new CaseworkException(REQUEST_UNKNOWN, "there is no such request of yours"));
    }
}
