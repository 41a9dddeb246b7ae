package org.narrowgate.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.narrowgate.casework.CaseMove.Change.Fresh;
import org.narrowgate.casework.CaseMove.Use;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Decision.Release;
import org.narrowgate.policy.Ground;

/** What becomes of a new request: refused, under review, or answered at once. */
@ApplicationScoped
class Arrival {
    // The memorandum's; a purpose's own count where the policy grants the purpose.
    private static final int WORKING_DAYS = 20;

    private final DisclosureService disclosures;
    private final CaseFiles files;
    private final WorkingDays workingDays;

    Arrival(DisclosureService disclosures, CaseFiles files, WorkingDays workingDays) {
        this.disclosures = disclosures;
        this.files = files;
        this.workingDays = workingDays;
    }

    Draft<Answer> decide(Asker asker, NewTracingRequest asked, Selection selection, Submission said, Moment moment) {
        var purpose = asked.facts().purpose();
        var standing = files.standing(asker.agency(), purpose, moment.today());
        var arriving = new Arriving(asker, asked, selection, said, moment, new TracingRequestId(UUID.randomUUID()));
        return switch (moment.policy().policy().decide(asker, asked.facts(), standing, moment.today())) {
            case Decision.Refuse refusal ->
                draft(arriving, Conclusion.refused(refusal), WORKING_DAYS, Optional.empty());
            case Decision.Refer(var release) -> draft(arriving, Conclusion.underReview(), release);
            case Decision.Permit(var release) -> {
                var finding = disclosures.find(asked.subject(), release, selection.fields());
                yield draft(arriving, Conclusion.found(finding, release, moment), release);
            }
        };
    }

    /** A request at the door, and what it is decided with. */
    private record Arriving(
            Asker asker,
            NewTracingRequest asked,
            Selection selection,
            Submission said,
            Moment moment,
            TracingRequestId id) {}

    private Draft<Answer> draft(Arriving arriving, Conclusion conclusion, Release release) {
        var terms = release.terms();
        var use = new Use(
                arriving.asked().facts().purpose(),
                arriving.moment().today(),
                terms.dailyLimit(),
                terms.monthlyLimit());
        return draft(arriving, conclusion, terms.responseWorkingDays(), Optional.of(use));
    }

    private Draft<Answer> draft(Arriving arriving, Conclusion conclusion, int responseWorkingDays, Optional<Use> use) {
        var moment = arriving.moment();
        var request = request(arriving, conclusion.state(), responseWorkingDays);
        return new Draft<>(
                step(arriving).entry(conclusion.result(), particulars(arriving, conclusion)),
                new CaseMove(
                        arriving.asker().agency(),
                        moment.policy().number(),
                        new Fresh(
                                arriving.said().idempotencyKey(),
                                use,
                                position -> new CaseFile(
                                                request,
                                                arriving.said(),
                                                conclusion.verdict().apply(Draft.receipt(position, moment)),
                                                position.at())
                                        .withoutSubjectOnceDecided())),
                position -> new Answer(request, conclusion.outcome().apply(Draft.receipt(position, moment))));
    }

    private TracingRequest request(Arriving arriving, TracingRequestState state, int responseWorkingDays) {
        var moment = arriving.moment();
        return new TracingRequest(
                arriving.id(),
                arriving.asker().agency(),
                arriving.asked().facts().purpose(),
                arriving.asked().caseReference(),
                state,
                moment.now(),
                workingDays.after(moment.today(), responseWorkingDays),
                state == TracingRequestState.UNDER_REVIEW ? Optional.empty() : Optional.of(moment.now()),
                moment.policy().number(),
                Optional.empty());
    }

    private static Step step(Arriving arriving) {
        var policy = arriving.moment().policy();
        var facts = arriving.asked().facts();
        return new Step(
                Step.Kind.REQUEST,
                arriving.id().value(),
                arriving.asker().agency(),
                Optional.of(facts.purpose())
                        .filter(named -> policy.policy().purpose(named).isPresent()),
                facts.ground().map(Ground::type),
                facts.searchArguments(),
                arriving.selection().fields(),
                policy,
                arriving.moment().now());
    }

    private Map<String, String> particulars(Arriving arriving, Conclusion conclusion) {
        var particulars = new HashMap<String, String>();
        particulars.put("caseReference", arriving.asked().caseReference());
        particulars.put("justification", arriving.asked().justification());
        disclosures
                .pseudonym(conclusion.result(), arriving.asked().subject())
                .ifPresent(pseudonym -> particulars.put("subject", pseudonym));
        return particulars;
    }
}
