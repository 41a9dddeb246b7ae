package org.narrowgate.web.console.cases;

import static java.util.function.Predicate.not;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.rights.embargo.EmbargoEvent.Approved;
import org.narrowgate.rights.embargo.EmbargoEvent.Asked;
import org.narrowgate.rights.embargo.EmbargoEvent.Proposed;
import org.narrowgate.rights.embargo.EmbargoReasons;
import org.narrowgate.rights.embargo.EmbargoService;
import org.narrowgate.rights.embargo.RequestEmbargo;
import org.narrowgate.rights.embargo.Term;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.EmbargoModel.DayModel;
import org.narrowgate.web.console.cases.EmbargoModel.Proposal;

/** Puts the embargo of one request into words for one caseworker. */
@ApplicationScoped
class EmbargoModels {
    private final EmbargoService embargoes;
    private final EmbargoReasons reasons;
    private final Clock clock;

    EmbargoModels(EmbargoService embargoes, EmbargoReasons reasons, Clock clock) {
        this.embargoes = embargoes;
        this.reasons = reasons;
        this.clock = clock;
    }

    EmbargoModel model(Staff staff, TracingRequestId id, Attempt attempt) {
        var embargo = embargoes.of(id);
        var said = reasons.of(embargo);
        var now = clock.instant();
        var proposal = embargo.proposal();
        var own = proposal.filter(one -> one.by().id().equals(staff.id()));
        var waits = proposal.isPresent() || embargo.ask().isPresent();
        return new EmbargoModel(
                embargo.version(),
                EmbargoWords.sign(embargo.state(now)),
                EmbargoWords.sentence(embargo, now),
                embargo.ask().map(one -> asked(one, said)).orElse(List.of()),
                proposal.map(one -> proposed(one, said)).orElse(List.of()),
                embargo.inForce(now).map(one -> holds(one, said)).orElse(List.of()),
                own.map(_ -> "You proposed it. A colleague has to approve it.").orElse(""),
                proposal(embargo, now, attempt),
                text(Typed.EMBARGO_APPROVAL, attempt).filter(_ -> proposal.isPresent() && own.isEmpty()).stream()
                        .toList(),
                text(Typed.EMBARGO_REFUSAL, attempt).filter(_ -> waits).stream().toList(),
                text(Typed.EMBARGO_END, attempt)
                        .filter(_ -> embargo.inForce(now).isPresent())
                        .stream()
                        .toList());
    }

    private static List<Saying> asked(Asked ask, Map<Integer, String> said) {
        return List.of(
                new Saying("Until", LondonTime.day(ask.until())),
                new Saying("Reason", said.getOrDefault(ask.place().number(), "")));
    }

    private static List<Saying> proposed(Proposed proposal, Map<Integer, String> said) {
        return List.of(
                new Saying(
                        "By",
                        proposal.by().name() + ", "
                                + LondonTime.moment(proposal.place().at())),
                new Saying("Until", LondonTime.day(proposal.term().until())),
                new Saying("Reviewed by", LondonTime.day(proposal.term().reviewBy())),
                new Saying("Reason", said.getOrDefault(proposal.place().number(), "")));
    }

    private static List<Saying> holds(Approved approved, Map<Integer, String> said) {
        return List.of(
                new Saying("Until", LondonTime.day(approved.term().until())),
                new Saying("To be reviewed by", LondonTime.day(approved.term().reviewBy())),
                new Saying(
                        "Approved",
                        "by " + approved.by().name() + ", "
                                + LondonTime.moment(approved.place().at()) + ", as "
                                + approved.proposedBy().name() + " proposed"),
                new Saying("Reasons", said.getOrDefault(approved.place().number(), "")));
    }

    private static Proposal proposal(RequestEmbargo embargo, Instant now, Attempt attempt) {
        var today = Moment.dayOf(now);
        var term = offered(embargo, now, today);
        var reason = TextModel.of(
                Typed.EMBARGO_PROPOSAL,
                Typed.label(Typed.EMBARGO_PROPOSAL),
                "For the colleague who approves it, and for the log. 10 characters at least.",
                attempt,
                attempt.typed(),
                4);
        return new Proposal(
                embargo.inForce(now).isPresent() ? "Review it: propose to prolong it" : "Propose an embargo",
                isProposing(attempt) ? "open" : "",
                day(
                        Typed.EMBARGO_UNTIL,
                        "The last day on which nothing shows; at most 12 months from today.",
                        term.until(),
                        Term.latest(today),
                        attempt),
                day(
                        Typed.EMBARGO_REVIEW,
                        "At most 6 months from today. Not reviewed by then, the embargo ends by itself.",
                        term.reviewBy(),
                        Term.reviewedLate(Term.latest(today), today).reviewBy(),
                        attempt),
                reason);
    }

    // What waits, or what holds, as far as it can still be proposed; else three months.
    private static Term offered(RequestEmbargo embargo, Instant now, LocalDate today) {
        var until = embargo.proposal()
                .map(one -> one.term().until())
                .or(() -> embargo.ask().map(Asked::until))
                .or(() -> embargo.inForce(now).map(one -> one.term().until()))
                .filter(not(today::isAfter))
                .orElse(today.plusMonths(3));
        return Term.reviewedLate(until, today);
    }

    private static boolean isProposing(Attempt attempt) {
        return !attempt.typed().of(Typed.EMBARGO_UNTIL).isEmpty()
                || !attempt.typed().of(Typed.EMBARGO_PROPOSAL).isEmpty();
    }

    private static DayModel day(String name, String hint, LocalDate offered, LocalDate latest, Attempt attempt) {
        var typed = attempt.typed().of(name);
        return new DayModel(
                name,
                Typed.label(name),
                hint,
                typed.isEmpty() ? offered.toString() : typed,
                latest.toString(),
                attempt.faultOf(name));
    }

    private static Optional<TextModel> text(String name, Attempt attempt) {
        return Optional.of(TextModel.of(
                name, Typed.label(name), "The log keeps them. 10 characters at least.", attempt, attempt.typed(), 3));
    }
}
