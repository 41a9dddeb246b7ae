package org.narrowgate.web.console.rights;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.DisclosurePurpose;
import org.narrowgate.rights.request.DisclosurePurpose.Objecting;
import org.narrowgate.rights.request.DisclosurePurposes;
import org.narrowgate.rights.request.Reply;
import org.narrowgate.rights.request.RequestService;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RightsState;
import org.narrowgate.rights.request.RightsState.Move;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.RightsWords;
import org.narrowgate.web.Sentences;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.Sign;
import org.narrowgate.web.console.cases.TextModel;
import org.narrowgate.web.console.rights.RightsModel.Attempt;
import org.narrowgate.web.console.rights.RightsModel.Line;
import org.narrowgate.web.console.rights.RightsModel.Upholding;

/** Puts cases into words for a caseworker. */
@ApplicationScoped
class RightsModels {
    // As many days left, or fewer, are worth a caseworker's eye.
    private static final int SOON = 7;

    private final DisclosurePurposes purposes;
    private final WorkingDays calendar;
    private final Clock clock;

    RightsModels(DisclosurePurposes purposes, WorkingDays calendar, Clock clock) {
        this.purposes = purposes;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The nearest day first. */
    List<RightsRow> byDay(List<RightsCase> open) {
        return open.stream()
                .sorted(comparing((RightsCase file) -> file.time().dueBy(calendar))
                        .thenComparing(RightsCase::receivedAt))
                .map(this::row)
                .toList();
    }

    List<RightsRow> rows(List<RightsCase> cases) {
        return cases.stream().map(this::row).toList();
    }

    RightsModel one(RightsCase file, Attempt attempt) {
        var moves = file.state().moves();
        return new RightsModel(
                row(file),
                file.version(),
                attempt.sentence(),
                RightsWords.hold(file, clock.instant()).orElse(""),
                file.words(),
                lines(file.asked()),
                replies(file),
                upholding(file.asked()),
                moves.contains(Move.UPHOLD) ? text(RightsModel.UPHOLD, upholdingHint(file.asked()), attempt) : null,
                moves.contains(Move.REFUSE)
                        ? text(
                                RightsModel.REFUSE,
                                "Why, so that the person can follow it. They are also told: " + RightsWords.COMPLAINT,
                                attempt)
                        : null,
                moves.contains(Move.EXTEND)
                        ? text(
                                RightsModel.EXTEND,
                                "Why it takes longer: it is complex, or the person has asked for much.",
                                attempt)
                        : null,
                moves.contains(Move.LIFT) ? text(RightsModel.LIFT, "Why it is no longer needed.", attempt) : null);
    }

    private static TextModel text(String name, String hint, Attempt attempt) {
        return new TextModel(
                name,
                "What the person is told",
                hint + " At least 20 characters.",
                attempt.textOf(name),
                attempt.field().equals(name) ? attempt.sentence() : "",
                RequestService.longest(),
                5);
    }

    private RightsRow row(RightsCase file) {
        var due = file.time().dueBy(calendar);
        var id = file.id().toString();
        return new RightsRow(
                id,
                "Case " + id.substring(0, 8),
                RightsWords.asked(file.asked(), purposes),
                LondonTime.moment(file.receivedAt()),
                file.state() instanceof RightsState.Open ? time(due) : Sign.plain("Over"),
                LondonTime.day(due),
                RightsWords.state(file));
    }

    private Sign time(LocalDate due) {
        var left = ChronoUnit.DAYS.between(Moment.dayOf(clock.instant()), due);
        if (left < 0) {
            return Sign.bad("Overdue by " + days(-left));
        }
        if (left == 0) {
            return Sign.middle("Due today");
        }
        return left <= SOON ? Sign.middle(days(left) + " left") : Sign.good(days(left) + " left");
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private List<Line> lines(Asked asked) {
        return switch (asked) {
            case Asked.Objection(var against) ->
                purposes.of(against).stream().map(RightsModels::line).toList();
            case Asked.Restriction() ->
                purposes.all().stream().map(RightsModels::line).toList();
            case Asked.Rectification() -> List.of();
            case Asked.Copy() -> List.of();
        };
    }

    private static Line line(DisclosurePurpose purpose) {
        return new Line(
                purpose.title(),
                String.join(", ", purpose.agencies()),
                Sentences.begun(purpose.basis().words()),
                purpose.objecting() == Objecting.OPEN ? "There is a right to object" : "No right to object",
                switch (purpose.restriction()) {
                    case YIELDS -> Sign.good("Yields");
                    case STANDS -> Sign.plain("Goes on");
                });
    }

    private static List<Saying> replies(RightsCase file) {
        var replies = new ArrayList<Saying>();
        file.extension()
                .ifPresent(extension -> replies.add(
                        said("Extended by " + (extension.months() == 1 ? "1 month" : "2 months"), extension.reply())));
        switch (file.state()) {
            case RightsState.Received() -> {}
            case RightsState.Extended() -> {}
            case RightsState.Standing(var reply) -> replies.add(said("Upheld", reply));
            case RightsState.Granted(var reply) -> replies.add(said("Upheld", reply));
            case RightsState.Refused(var reply) -> replies.add(said("Refused", reply));
            case RightsState.Lifted(var reply, var lifting) -> {
                replies.add(said("Upheld", reply));
                replies.add(said("Lifted", lifting));
            }
            case RightsState.Withdrawn(var at) ->
                replies.add(new Saying("Taken back", LondonTime.moment(at) + ", by the person"));
        }
        return replies;
    }

    private static Saying said(String what, Reply reply) {
        var text = reply.text().isEmpty() ? "What was said is erased." : reply.text();
        return new Saying(what + " " + LondonTime.moment(reply.at()) + ", by " + reply.name(), text);
    }

    private static Upholding upholding(Asked asked) {
        return switch (asked) {
            case Asked.Objection objection ->
                new Upholding(
                        "Uphold the objection",
                        "Nobody is traced for this purpose from now on, for good, as far as the policy yields.",
                        "Uphold the objection");
            case Asked.Restriction() ->
                new Upholding(
                        "Uphold the restriction",
                        "It goes on, for every purpose that yields, until a caseworker lifts it.",
                        "Uphold the restriction");
            case Asked.Rectification() ->
                new Upholding(
                        "Uphold the correction",
                        "Nothing is changed here: the registry is not this gateway's. Have it put right at its source"
                                + " first.",
                        "Uphold the correction");
            case Asked.Copy() ->
                new Upholding(
                        "Release the copy",
                        "The person can take it for " + RightsCase.COPY_DAYS
                                + " days on their own page, as it then is. You do not see it.",
                        "Release the copy");
        };
    }

    private static String upholdingHint(Asked asked) {
        return switch (asked) {
            case Asked.Objection objection -> "Why, in plain words.";
            case Asked.Restriction() -> "Why, and what would end it.";
            case Asked.Rectification() -> "What was put right, where, and who was told.";
            case Asked.Copy() -> "That it can be had, and what is in it.";
        };
    }
}
