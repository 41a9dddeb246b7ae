package org.narrowgate.web.console.cases;

import static java.util.function.Predicate.not;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.Exchange;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.CaseView;
import org.narrowgate.casework.review.CaseView.HistoryLine;
import org.narrowgate.casework.review.CaseViewService;
import org.narrowgate.casework.review.DraftService;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;
import org.narrowgate.policy.Requirement;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.CaseModel.Asked;
import org.narrowgate.web.console.cases.CaseModel.Demand;
import org.narrowgate.web.console.cases.CaseModel.Earlier;
import org.narrowgate.web.console.cases.CaseModel.EarlierLine;
import org.narrowgate.web.console.cases.CaseModel.Leaving;
import org.narrowgate.web.console.cases.CaseModel.Standing;
import org.narrowgate.web.console.cases.CaseModel.StepLine;

/** Puts one request into words for one caseworker. */
@ApplicationScoped
class CaseModels {
    private static final String OPENED = "view";

    private final CaseViewService views;
    private final DraftService drafts;
    private final DisclosureService disclosures;
    private final EmbargoModels embargoes;

    CaseModels(CaseViewService views, DraftService drafts, DisclosureService disclosures, EmbargoModels embargoes) {
        this.views = views;
        this.drafts = drafts;
        this.disclosures = disclosures;
        this.embargoes = embargoes;
    }

    /** Opens the request, which the log keeps. */
    CaseModel open(Staff staff, TracingRequestId id, String notice, Attempt attempt) {
        var view = views.open(staff, id);
        var draft = drafts.draft(staff, id);
        var me = disclosures.staffPseudonyms(staff.id());
        return new CaseModel(
                id.toString(),
                view.version().toString(),
                view.caseReference(),
                view.agency().name(),
                view.purpose().name(),
                notice,
                AlertModel.of(attempt),
                standing(view),
                ClaimModel.of(view.claim(), staff.id()),
                SaidWords.of(view.said()),
                view.requirements().stream().map(CaseModels::demand).toList(),
                leaving(view),
                new Earlier(earlier(view.sameCase()), earlier(view.sameAgency())),
                view.handling().exchanges().stream().map(CaseModels::asked).toList(),
                steps(view, not(CaseModels::isOpening), me),
                steps(view, CaseModels::isOpening, me),
                new DecideForms(view, staff, attempt, draft).model(),
                embargoes.model(staff, id, attempt));
    }

    private static Standing standing(CaseView view) {
        return new Standing(
                view.progress().words(),
                TimeWords.deadline(view.timeliness()),
                TimeWords.due(view.timeliness()),
                TimeWords.age(view.timeliness()),
                LondonTime.moment(view.handling().receivedAt()),
                CaseWords.priority(view.handling().priority()).stream().toList());
    }

    private static Demand demand(Requirement requirement) {
        var sign = switch (requirement.fulfilment()) {
            case MET -> Sign.good("Met");
            case NOT_MET -> new Sign("bad", "✗", "Not met");
            case NOT_DEMANDED -> Sign.plain("Not demanded");
        };
        return new Demand(
                sign,
                CaseWords.requirement(requirement.reason()),
                CaseWords.sentence(requirement.demand()),
                CaseWords.sentence(requirement.why()),
                requirement.clause());
    }

    private static List<Leaving> leaving(CaseView view) {
        return Arrays.stream(Field.values())
                .filter(view.treatments()::containsKey)
                .map(field -> leaving(field, view.treatments().getOrDefault(field, new FieldTreatment.Withhold())))
                .toList();
    }

    private static Leaving leaving(Field field, FieldTreatment treatment) {
        var words = CaseWords.treatment(treatment);
        var sign = switch (treatment) {
            case FieldTreatment.Release() -> new Sign("good", "●", words);
            case FieldTreatment.Generalise generalised -> new Sign("middle", "◐", words);
            case FieldTreatment.Withhold() -> new Sign("plain", "○", words);
        };
        return new Leaving(CaseWords.field(field), sign);
    }

    private static List<EarlierLine> earlier(List<CaseView.Earlier> requests) {
        return requests.stream()
                .map(one -> new EarlierLine(
                        one.id().toString(),
                        one.caseReference(),
                        one.purpose().name(),
                        one.progress().words(),
                        LondonTime.moment(one.receivedAt())))
                .toList();
    }

    private static boolean isOpening(HistoryLine line) {
        return line.kind().equals(OPENED);
    }

    private static List<StepLine> steps(CaseView view, Predicate<HistoryLine> which, List<String> me) {
        return view.history().stream()
                .filter(which)
                .map(line -> new StepLine(
                        LondonTime.moment(line.at()),
                        StepWords.kind(line.kind()),
                        StepWords.who(line, me),
                        StepWords.words(line.words())))
                .toList();
    }

    private static Asked asked(Exchange exchange) {
        return new Asked(
                exchange.question(),
                LondonTime.moment(exchange.askedAt()),
                exchange.answer().map(Exchange.Information::text).orElse(""),
                exchange.answer().map(answer -> LondonTime.moment(answer.at())).orElse(""));
    }
}
