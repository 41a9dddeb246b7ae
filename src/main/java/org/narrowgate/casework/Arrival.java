package org.narrowgate.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.narrowgate.casework.CaseMove.Change.Fresh;
import org.narrowgate.casework.CaseMove.Use;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.disclosure.Step;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Position;
import org.narrowgate.observation.Part;
import org.narrowgate.observation.Watch;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Decision.Release;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.Standing;

/** What becomes of a new request: refused, under review, or answered at once. */
@ApplicationScoped
class Arrival {
    // The memorandum's; a purpose's own count where the policy grants the purpose.
    private static final int WORKING_DAYS = 20;

    private final DisclosureService disclosures;
    private final WorkingDays workingDays;
    private final Watch watch;

    Arrival(DisclosureService disclosures, WorkingDays workingDays, Watch watch) {
        this.disclosures = disclosures;
        this.workingDays = workingDays;
        this.watch = watch;
    }

    Draft<Answer> decide(
            Asker asker,
            NewTracingRequest asked,
            Selection selection,
            Submission said,
            Standing standing,
            Moment moment) {
        var arriving = new Arriving(asker, asked, selection, said, moment, new TracingRequestId(UUID.randomUUID()));
        return switch (decision(asker, asked, standing, moment)) {
            case Decision.Refuse refusal ->
                decided(arriving, Conclusion.refused(refusal), WORKING_DAYS, Optional.empty());
            case Decision.Refer(var release) -> underReview(arriving, release);
            case Decision.Permit(var release) -> {
                var finding = disclosures.find(asked.subject(), release, selection.fields());
                var conclusion = Conclusion.found(finding, release, moment, Conclusion.Disclosure.of(selection));
                yield decided(
                        arriving,
                        conclusion,
                        release.terms().responseWorkingDays(),
                        Optional.of(use(arriving, release)));
            }
        };
    }

    private Decision decision(Asker asker, NewTracingRequest asked, Standing standing, Moment moment) {
        try (var _ = watch.begin(Part.DECISION)) {
            return moment.policy().policy().decide(asker, asked.facts(), standing, moment.today());
        }
    }

    /** A request at the door, and what it is decided with. */
    private record Arriving(
            Asker asker,
            NewTracingRequest asked,
            Selection selection,
            Submission said,
            Moment moment,
            TracingRequestId id) {}

    private Draft<Answer> underReview(Arriving arriving, Release release) {
        var file = file(arriving, release.terms().responseWorkingDays());
        return new Draft<>(
                entry(arriving, new Step.Result.UnderReview()),
                move(
                        arriving,
                        new Step.Result.UnderReview(),
                        Optional.of(use(arriving, release)),
                        position -> kept(file, arriving, position)),
                position -> new Answer(file.request(), Optional.empty()));
    }

    private Draft<Answer> decided(Arriving arriving, Conclusion conclusion, int workingDays, Optional<Use> use) {
        var moment = arriving.moment();
        var file = file(arriving, workingDays);
        Function<Receipt, CaseFile> decided =
                receipt -> file.decided(conclusion.state().apply(receipt), moment);
        return new Draft<>(
                entry(arriving, conclusion.result()),
                move(
                        arriving,
                        conclusion.result(),
                        use,
                        position -> kept(decided.apply(Draft.receipt(position, moment)), arriving, position)),
                position -> {
                    var receipt = Draft.receipt(position, moment);
                    return new Answer(
                            decided.apply(receipt).request(),
                            Optional.of(conclusion.outcome().apply(receipt)));
                });
    }

    private CaseFile file(Arriving arriving, int days) {
        var asked = arriving.asked();
        return new CaseFile(
                arriving.id(),
                arriving.asker().agency(),
                asked.facts().purpose(),
                asked.caseReference(),
                arriving.said(),
                Handling.begun(arriving.moment(), days, asked.priority(), workingDays),
                new CaseState.UnderReview(),
                Optional.empty(),
                Optional.empty(),
                arriving.moment().policy().number(),
                arriving.moment().now());
    }

    private static CaseFile kept(CaseFile file, Arriving arriving, Position position) {
        return file.kept(position.at(), arriving.moment());
    }

    private static Use use(Arriving arriving, Release release) {
        return new Use(
                arriving.asked().facts().purpose(),
                arriving.moment().today(),
                release.terms().dailyLimit(),
                release.terms().monthlyLimit());
    }

    private static CaseMove move(
            Arriving arriving, Step.Result result, Optional<Use> use, Function<Position, CaseFile> file) {
        return new CaseMove(
                arriving.asker().agency(),
                arriving.id(),
                arriving.moment().policy().mark(),
                result.footing(),
                new Fresh(arriving.said().idempotencyKey(), use, file));
    }

    private Entry entry(Arriving arriving, Step.Result result) {
        return step(arriving).entry(result, particulars(arriving, result));
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

    private Map<String, String> particulars(Arriving arriving, Step.Result result) {
        var particulars = new HashMap<String, String>();
        particulars.put("caseReference", arriving.asked().caseReference());
        particulars.put("justification", arriving.asked().justification());
        disclosures
                .pseudonym(result, arriving.asked().subject())
                .ifPresent(pseudonym -> particulars.put("subject", pseudonym));
        return particulars;
    }
}
