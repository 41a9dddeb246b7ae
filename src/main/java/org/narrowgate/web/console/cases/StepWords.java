package org.narrowgate.web.console.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.narrowgate.casework.review.CaseView.HistoryLine;
import org.narrowgate.web.console.cases.CaseModel.Saying;

/** A request's steps, as the log names them, in words. */
final class StepWords {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("request", "Request received"),
            Map.entry("view", "Opened"),
            Map.entry("question", "Question put to the agency"),
            Map.entry("information", "Answer of the agency"),
            Map.entry("priority", "Exceptional priority answered"),
            Map.entry("approval", "First of two approvals"),
            Map.entry("review", "Decision"),
            Map.entry("withdrawal", "Request withdrawn"),
            Map.entry("escalation", "Past its deadline: escalated"),
            Map.entry("mismatch", "Wrong person reported"),
            Map.entry("incident", "Incident closed"),
            Map.entry("embargo-asked", "Embargo asked for"),
            Map.entry("embargo-proposed", "Embargo proposed"),
            Map.entry("embargo-approved", "Embargo approved"),
            Map.entry("embargo-refused", "Embargo refused"),
            Map.entry("embargo-ended", "Embargo ended"),
            Map.entry("erasure", "What was said of the subject erased"));
    private static final List<String> BY_THE_CLOCK = List.of("escalation", "erasure");
    private static final List<Map.Entry<String, String>> LABELS = List.of(
            Map.entry("decision", "Decision"),
            Map.entry("priority", "Exceptional priority"),
            Map.entry("question", "Question"),
            Map.entry("information", "Answer"),
            Map.entry("reason", "Reason"),
            Map.entry("proportionality", "Proportionality"),
            Map.entry("alternatives", "Alternatives"),
            Map.entry("reasons", "Reasons"),
            Map.entry("findings", "Findings"));
    private static final Map<String, String> CODES =
            Map.of("approved", "Approved", "refused", "Refused", "ACCEPTED", "Accepted", "DECLINED", "Declined");
    private static final int SHORT = 8;

    private StepWords() {}

    static String kind(String kind) {
        return KINDS.getOrDefault(kind, kind);
    }

    /** @param mine the reader's own pseudonyms, one for each key */
    static String who(HistoryLine line, List<String> mine) {
        if (line.by().isEmpty()) {
            return BY_THE_CLOCK.contains(line.kind()) ? "the clock" : "the agency";
        }
        var by = line.by().get();
        return mine.contains(by) ? "you" : "staff " + by.substring(0, Math.min(SHORT, by.length()));
    }

    static List<Saying> words(Map<String, String> words) {
        return LABELS.stream()
                .flatMap(label -> Optional.ofNullable(words.get(label.getKey()))
                        .map(text -> new Saying(label.getValue(), CODES.getOrDefault(text, text)))
                        .stream())
                .toList();
    }
}
