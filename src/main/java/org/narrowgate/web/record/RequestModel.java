package org.narrowgate.web.record;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.rights.record.MyRecord.Outcome;
import org.narrowgate.rights.record.MyRecord.PurposeTerms;
import org.narrowgate.rights.record.MyRecord.Request;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.Sentences;

/**
 * One request as a card of the page.
 *
 * @param kind what it came to, as the style sheet knows it
 * @param sentence why nothing left; null where something did
 * @param times when details left, and which; empty where none did
 * @param delayed until when this was held back, where it was and nothing left
 */
@TemplateData
public record RequestModel(
        YearMonth month,
        String kind,
        String agency,
        String title,
        String when,
        @Nullable String sentence,
        List<Time> times,
        @Nullable String delayed,
        String purpose,
        String agreement,
        @Nullable Basis basis) {
    public RequestModel {
        times = List.copyOf(times);
    }

    /** @param delayed until when this was held back; null where it was not */
    @TemplateData
    public record Time(
            String when, List<String> details, @Nullable String delayed) {
        public Time {
            details = List.copyOf(details);
        }
    }

    /** What it rests on in law. */
    @TemplateData
    public record Basis(String words, String meaning, String statute) {}

    public static RequestModel of(Request request) {
        return switch (request.outcome()) {
            case Outcome.Received(var times) ->
                card(
                        request,
                        "received",
                        "received details about you",
                        null,
                        times.stream()
                                .map(time -> new Time(
                                        LondonTime.moment(time.at()),
                                        RecordWords.details(time),
                                        day(time.delayedUntil())))
                                .toList(),
                        Optional.empty());
            case Outcome.Allowed(var delayed) ->
                card(
                        request,
                        "allowed",
                        "was allowed to receive details about you",
                        "No details that it fetched show here.",
                        List.of(),
                        delayed);
            case Outcome.NotTraced(var delayed) ->
                card(
                        request,
                        "nothing",
                        "asked with your number and received nothing",
                        "It was told that nobody was traced, and not why.",
                        List.of(),
                        delayed);
            case Outcome.Refused(var reason, var delayed) ->
                card(
                        request,
                        "refused",
                        "asked with your number and was refused",
                        RecordWords.reason(reason),
                        List.of(),
                        delayed);
            case Outcome.Withdrawn(var delayed) ->
                card(
                        request,
                        "nothing",
                        "asked with your number and took the request back",
                        "It was never decided, and nothing left.",
                        List.of(),
                        delayed);
        };
    }

    private static RequestModel card(
            Request request,
            String kind,
            String title,
            @Nullable String sentence,
            List<Time> times,
            Optional<Instant> delayed) {
        var terms = request.terms();
        return new RequestModel(
                YearMonth.from(LondonTime.dayOf(request.at())),
                kind,
                terms.agency(),
                title,
                LondonTime.moment(request.at()),
                sentence,
                times,
                day(delayed),
                terms.purpose().map(PurposeTerms::title).orElse("a purpose that was not known here"),
                terms.agreement().orElse("no agreement"),
                terms.purpose().map(RequestModel::basis).orElse(null));
    }

    private static Basis basis(PurposeTerms purpose) {
        return new Basis(
                Sentences.begun(purpose.lawfulBasis().words()),
                RecordWords.meaning(purpose.lawfulBasis()),
                purpose.statute());
    }

    private static @Nullable String day(Optional<Instant> until) {
        return until.map(LondonTime::dayOf).map(LondonTime::day).orElse(null);
    }
}
