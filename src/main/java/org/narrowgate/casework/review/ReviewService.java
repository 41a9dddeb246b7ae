package org.narrowgate.casework.review;

import static org.narrowgate.casework.review.ReviewException.Fault.MOVE_NOT_OFFERED;
import static org.narrowgate.casework.review.ReviewException.Fault.SAME_CASEWORKER;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.Approval;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.Draft;
import org.narrowgate.casework.Handling.PriorityAnswer;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.PublicInterestTest;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.Recorder.Attempt;
import org.narrowgate.casework.RequestTally;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.ReviewTerms.SecondCaseworker;

/**
 * What caseworkers do with a request. Each method takes the version they have seen, and throws {@link ReviewException}
 * where the request has moved since, a colleague has claimed it, or its state does not offer the move.
 */
@ApplicationScoped
public class ReviewService {
    private final Recorder recorder;
    private final CasesInReview cases;
    private final Decisions decisions;
    private final StaffPseudonyms pseudonyms;
    private final WorkingDays calendar;
    private final RequestTally tally;

    ReviewService(
            Recorder recorder,
            CasesInReview cases,
            Decisions decisions,
            StaffPseudonyms pseudonyms,
            WorkingDays calendar,
            RequestTally tally) {
        this.recorder = recorder;
        this.cases = cases;
        this.decisions = decisions;
        this.pseudonyms = pseudonyms;
        this.calendar = calendar;
        this.tally = tally;
    }

    /** The wish for exceptional priority is granted: it is due sooner, and takes a second caseworker. */
    public void acceptPriority(Staff staff, TracingRequestId id, Instant seen, String reasons) {
        answerPriority(staff, id, seen, reasons, PriorityAnswer.ACCEPTED);
    }

    /** The wish for exceptional priority is not granted: it is handled as any other. */
    public void declinePriority(Staff staff, TracingRequestId id, Instant seen, String reasons) {
        answerPriority(staff, id, seen, reasons, PriorityAnswer.DECLINED);
    }

    /** Puts a question to the agency; meanwhile the clock does as the purpose's policy says. */
    public void ask(Staff staff, TracingRequestId id, Instant seen, String question) {
        var text = Text.between(10, 2000, "The question", question);
        recorder.<CaseFile>record(moment -> {
            var file = cases.current(staff, id, seen, moment);
            if (!(file.state() instanceof CaseState.InReview inReview)) {
                throw notOffered(file, "A question can be asked while a request is under review");
            }
            var asked = file.moved(inReview.ask()).with(file.handling().asked(text, moment.now()));
            return draft(file, asked, Step.Kind.QUESTION, said(staff, Map.of("question", text)), moment);
        });
        cases.settled(staff, id);
    }

    /** Refuses without limitation: a reason is enough. */
    public void refuse(Staff staff, TracingRequestId id, Instant seen, String reasons) {
        var text = Text.between(10, 2000, "The reason", reasons);
        var ruled = recorder.<CaseFile>record(moment -> {
            var file = cases.current(staff, id, seen, moment);
            if (!(file.state() instanceof CaseState.Open open)) {
                throw notOffered(file, "Only an open request can be refused");
            }
            var said = said(staff, Map.of("decision", "refused", "reasons", text));
            return new Attempt.ToRecord<>(decisions.refused(file, open, said, moment));
        });
        decided(staff, ruled);
    }

    /** The public interest is in favour. Where one approval is enough, the search runs now. */
    public Ruling approve(Staff staff, TracingRequestId id, Instant seen, PublicInterestTest test) {
        var ruled = recorder.<CaseFile>record(moment -> {
            var file = cases.current(staff, id, seen, moment);
            if (!(file.state() instanceof CaseState.UnderReview underReview)) {
                throw notOffered(file, "Only a request under review can be approved");
            }
            var said = said(staff, Weighed.words(test));
            return switch (secondFor(file, moment)) {
                case NOT_NEEDED -> new Attempt.ToRecord<>(decisions.approved(file, underReview, said, moment));
                case NEEDED_FOR_PRIORITY, NEEDED_FOR_PURPOSE -> {
                    var first = new Approval(staff.id(), staff.name(), moment.now(), test);
                    yield draft(file, file.moved(underReview.approveFirst(first)), Step.Kind.APPROVAL, said, moment);
                }
            };
        });
        decided(staff, ruled);
        return ruling(ruled);
    }

    /** A second caseworker agrees with the first: the search runs now. */
    public Ruling confirm(Staff staff, TracingRequestId id, Instant seen, String reasons) {
        var text = Text.between(PublicInterestTest.SHORTEST, PublicInterestTest.LONGEST, "The reasons", reasons);
        var ruled = recorder.<CaseFile>record(moment -> {
            var file = cases.current(staff, id, seen, moment);
            if (!(file.state() instanceof CaseState.AwaitingSecond awaiting)) {
                throw notOffered(file, "Only a request that one caseworker has approved can be confirmed");
            }
            if (awaiting.first().by().equals(staff.id())) {
                throw new ReviewException(
                        SAME_CASEWORKER, "You gave the first approval; the second has to be a colleague's.");
            }
            var said = said(
                    staff,
                    Map.of(
                            "decision",
                            "approved",
                            "reasons",
                            text,
                            "first",
                            pseudonyms.of(awaiting.first().by())));
            return new Attempt.ToRecord<>(decisions.approved(file, awaiting, said, moment));
        });
        decided(staff, ruled);
        return ruling(ruled);
    }

    private void answerPriority(Staff staff, TracingRequestId id, Instant seen, String reasons, PriorityAnswer answer) {
        var text = Text.between(10, 2000, "The reason", reasons);
        recorder.<CaseFile>record(moment -> {
            var file = cases.current(staff, id, seen, moment);
            if (!(file.state() instanceof CaseState.Open) || file.handling().priority() != PriorityAnswer.AWAITED) {
                throw notOffered(file, "Only an open wish for exceptional priority can be answered");
            }
            var days = answer == PriorityAnswer.ACCEPTED
                    ? cases.exceptionalWorkingDays(file, moment)
                    : file.handling().deadline().workingDays();
            var answered = file.with(file.handling().prioritised(answer, days, calendar));
            var said = said(staff, Map.of("priority", answer.name(), "reasons", text));
            return draft(file, answered, Step.Kind.PRIORITY, said, moment);
        });
    }

    /** What an approval of this request takes, under the policy of the moment. */
    static CaseView.SecondCaseworker secondFor(CaseFile file, Moment moment) {
        return switch (file.handling().priority()) {
            // A wish nobody has answered is handled as if it were granted: two have to look.
            case AWAITED, ACCEPTED -> CaseView.SecondCaseworker.NEEDED_FOR_PRIORITY;
            case NOT_ASKED, DECLINED ->
                moment.policy().policy().reviewTerms(file.purpose()).secondCaseworker() == SecondCaseworker.REQUIRED
                        ? CaseView.SecondCaseworker.NEEDED_FOR_PURPOSE
                        : CaseView.SecondCaseworker.NOT_NEEDED;
        };
    }

    private Map<String, Object> said(Staff staff, Map<String, ?> words) {
        return pseudonyms.signed(staff, words);
    }

    private static Attempt<CaseFile> draft(
            CaseFile before, CaseFile after, Step.Kind kind, Map<String, ?> particulars, Moment moment) {
        return new Attempt.ToRecord<>(Draft.moved(before, after, kind, particulars, moment));
    }

    private void decided(Staff staff, CaseFile ruled) {
        cases.decided(staff, ruled.id());
        tally.count(RequestTally.Of.REVIEWS, ruled.agency(), ruled.purpose(), RequestTally.Came.of(ruled.state()));
    }

    private static Ruling ruling(CaseFile ruled) {
        return switch (ruled.state()) {
            case CaseState.AwaitingSecond awaiting -> Ruling.AWAITS_SECOND;
            case CaseState.Refused refused -> Ruling.REFUSED_BY_POLICY;
            case CaseState.Traced traced -> Ruling.APPROVED;
            case CaseState.NotTraced notTraced -> Ruling.APPROVED;
            case CaseState.UnderReview underReview -> throw undecided();
            case CaseState.InformationRequested waiting -> throw undecided();
            case CaseState.Withdrawn withdrawn -> throw undecided();
            case CaseState.Closed closed -> throw undecided();
        };
    }

    private static IllegalStateException undecided() {
        return new IllegalStateException("an approval left the request undecided");
    }

    static ReviewException notOffered(CaseFile file, String when) {
        return new ReviewException(
                MOVE_NOT_OFFERED,
                when + "; this one is: " + Progress.of(file.state()).words() + ".");
    }
}
