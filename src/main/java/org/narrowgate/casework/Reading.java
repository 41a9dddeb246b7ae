package org.narrowgate.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.narrowgate.casework.CaseMove.Change;
import org.narrowgate.casework.Recorder.Attempt;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.disclosure.Finding;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Decision.Refuse;
import org.narrowgate.policy.Decision.Release;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.Standing;

/**
 * What reading an outcome again comes to. A person read again is a new disclosure: decided under the policy in force,
 * looked for anew, written down. An approved request is no subscription to somebody's address.
 */
@ApplicationScoped
class Reading {
    private final DisclosureService disclosures;

    Reading(DisclosureService disclosures) {
        this.disclosures = disclosures;
    }

    Attempt<Answer> decide(Asker asker, CaseFile file, Selection selection, Moment moment) {
        return switch (file.state()) {
            case CaseState.Open open -> nothingNew(file, Optional.empty());
            case CaseState.Withdrawn() -> nothingNew(file, Optional.empty());
            case CaseState.Closed closed -> nothingNew(file, Optional.empty());
            case CaseState.Refused(var outcome) -> nothingNew(file, Optional.of(outcome));
            case CaseState.NotTraced(var outcome) -> nothingNew(file, Optional.of(outcome));
            case CaseState.Traced(var tracing) ->
                moment.now().isAfter(tracing.readableUntil())
                        ? nothingNew(file, Optional.empty())
                        : decide(asker, file, tracing, selection, moment);
        };
    }

    private Attempt<Answer> decide(Asker asker, CaseFile file, Tracing tracing, Selection selection, Moment moment) {
        return switch (selection) {
            case Selection.NoPerson() -> nothingNew(file, Optional.of(withoutDetails(tracing)));
            case Selection.OfPerson person -> new Attempt.ToRecord<>(readAgain(asker, file, tracing, person, moment));
        };
    }

    // Nothing of it is selected, and that somebody was traced is what the request's state says already.
    private Outcome withoutDetails(Tracing traced) {
        return disclosures.withoutDetails(traced.receipt(), traced.readableUntil(), traced.destroyBy());
    }

    private Draft<Answer> readAgain(
            Asker asker, CaseFile file, Tracing traced, Selection.OfPerson selection, Moment moment) {
        var policy = moment.policy().policy();
        var facts = file.submission().facts();
        // Limits and overdue destructions hold back new requests; how often this one is read has a count of its own.
        return switch (policy.decide(asker, facts, Standing.CLEAR, moment.today())) {
            case Refuse refusal -> refuse(file, selection, refusal, moment);
            case Decision.Refer(var release) -> read(asker, file, traced, selection, release, moment);
            case Decision.Permit(var release) -> read(asker, file, traced, selection, release, moment);
        };
    }

    private Draft<Answer> read(
            Asker asker, CaseFile file, Tracing traced, Selection.OfPerson selection, Release release, Moment moment) {
        if (traced.readings() >= release.terms().readings()) {
            var limit = moment.policy()
                    .policy()
                    .refusal(RefusalReason.LIMIT_REACHED, asker, file.request().purpose());
            return refuse(file, selection, limit, moment);
        }
        var finding = disclosures.findAgain(
                traced.person(), file.submission().facts().searchArguments(), release, selection.fields());
        var disclosed = disclosedAt(finding, selection, moment);
        return draft(
                file.moved(new CaseState.Traced(traced.disclosed(disclosed))),
                new Change.ReadAgain(release.terms().readings(), disclosed),
                selection,
                new Step.Result.Found(finding),
                moment,
                receipt -> switch (finding) {
                    case Finding.NobodyToDisclose() -> new Outcome.NotTraced(receipt);
                    case Finding.Disclosable found ->
                        found.release(receipt, traced.readableUntil(), traced.destroyBy());
                });
    }

    private static Optional<Instant> disclosedAt(Finding finding, Selection.OfPerson selection, Moment moment) {
        return switch (finding) {
            case Finding.NobodyToDisclose() -> Optional.empty();
            case Finding.Disclosable found ->
                Optional.of(moment.now()).filter(now -> !selection.fields().isEmpty());
        };
    }

    private Draft<Answer> refuse(CaseFile file, Selection.OfPerson selection, Refuse refusal, Moment moment) {
        return draft(
                file,
                new Change.Nothing(),
                selection,
                new Step.Result.Refused(refusal.reason(), refusal.clause()),
                moment,
                receipt -> Conclusion.outcome(refusal, receipt));
    }

    private Draft<Answer> draft(
            CaseFile file,
            Change change,
            Selection.OfPerson selection,
            Step.Result result,
            Moment moment,
            Function<Receipt, Outcome> outcome) {
        var request = file.request();
        return new Draft<>(
                file.step(Step.Kind.READING, selection.fields(), moment).entry(result, particulars(request, result)),
                new CaseMove(request.agency(), request.id(), moment.policy().mark(), result.footing(), change),
                position -> new Answer(request, Optional.of(outcome.apply(Draft.receipt(position, moment)))));
    }

    private Map<String, String> particulars(TracingRequest request, Step.Result result) {
        return disclosures
                .pseudonym(result)
                .map(subject -> Map.of("caseReference", request.caseReference(), "subject", subject))
                .orElseGet(() -> Map.of("caseReference", request.caseReference()));
    }

    private static Attempt<Answer> nothingNew(CaseFile file, Optional<Outcome> outcome) {
        return new Attempt.NothingToRecord<>(new Answer(file.request(), outcome));
    }
}
