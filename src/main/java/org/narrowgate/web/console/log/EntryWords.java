package org.narrowgate.web.console.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.disclosure.Step;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Precision;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.web.Sentences;

/** What the log's entries call by a name, as an overseer reads it; a name that is not known here is shown as it is. */
final class EntryWords {
    private static final Map<String, String> KINDS = kinds();

    private EntryWords() {}

    static String kind(String kind) {
        return KINDS.getOrDefault(kind, kind);
    }

    /** The names of all kinds, as a list of choices has them. */
    static List<String> allKinds() {
        return List.copyOf(KINDS.keySet());
    }

    static String outcome(String outcome) {
        return Stream.of(TracingRequestState.values())
                .filter(state -> state.word().equals(outcome))
                .findFirst()
                .map(EntryWords::words)
                .orElse(outcome);
    }

    static List<String> allOutcomes() {
        return Stream.of(TracingRequestState.values())
                .map(TracingRequestState::word)
                .toList();
    }

    static String refusal(String reason) {
        return Stream.of(RefusalReason.values()).anyMatch(known -> known.name().equals(reason))
                ? spelt(reason)
                : reason;
    }

    static List<String> allRefusals() {
        return Stream.of(RefusalReason.values()).map(RefusalReason::name).toList();
    }

    /** Why a request was refused, or particulars erased. */
    static String reason(String word) {
        return Erasure.Reason.ofWord(word)
                .map(EntryWords::words)
                .map(Sentences::begun)
                .orElseGet(() -> refusal(word));
    }

    /** Why particulars were erased. */
    static String erasure(String reason) {
        return reason.isEmpty()
                ? "no reason is given"
                : Erasure.Reason.ofWord(reason).map(EntryWords::words).orElse(reason);
    }

    /** @param path of a leaf of {@code Person} */
    static String field(String path) {
        return Field.ofPath(path).map(Field::words).orElse(path);
    }

    static String precision(String word) {
        return Stream.of(Precision.values())
                .filter(precision -> precision.word().equals(word))
                .findFirst()
                .map(Precision::words)
                .orElse(word);
    }

    private static String words(TracingRequestState state) {
        return switch (state) {
            case UNDER_REVIEW -> "Under review";
            case INFORMATION_REQUESTED -> "More information asked for";
            case TRACED -> "Traced";
            case NOT_TRACED -> "Not traced";
            case REFUSED -> "Refused";
            case WITHDRAWN -> "Withdrawn";
            case CLOSED -> "Closed";
        };
    }

    private static String words(Step.Kind kind) {
        return switch (kind) {
            case REQUEST -> "Request received";
            case READING -> "Outcome read again";
            case REVIEW -> "Decision of a caseworker";
            case WITHDRAWAL -> "Request withdrawn";
            case INFORMATION -> "Answer of the agency";
            case MISMATCH -> "Wrong person reported";
            case DESTRUCTION -> "Destruction reported by the agency";
            case VIEW -> "Request opened by staff";
            case QUESTION -> "Question put to the agency";
            case PRIORITY -> "Exceptional priority answered";
            case APPROVAL -> "First of two approvals";
            case ESCALATION -> "Past its deadline: escalated";
            case LAPSE -> "Approval never read: lapsed";
            case INCIDENT -> "Incident closed";
            case ERASURE -> "Particulars erased";
        };
    }

    private static String words(Erasure.Reason reason) {
        return switch (reason) {
            case RETENTION -> "kept for as long as the policy says";
            case PERSONS_REQUEST -> "the person asked for it";
            case COURT_ORDER -> "a court ordered it";
            case ENTERED_IN_ERROR -> "entered in error";
        };
    }

    private static String spelt(String name) {
        return Sentences.begun(name.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : Step.Kind.values()) {
            kinds.put(kind.word(), words(kind));
        }
        kinds.put("embargo-asked", "Embargo asked for by the agency");
        kinds.put("embargo-proposed", "Embargo proposed");
        kinds.put("embargo-approved", "Embargo approved");
        kinds.put("embargo-refused", "Embargo refused");
        kinds.put("embargo-ended", "Embargo ended");
        kinds.put("rights-asked", "Request of a person about their own data");
        kinds.put("rights-viewed", "Person's request opened by staff");
        kinds.put("rights-extended", "Time to answer a person's request extended");
        kinds.put("rights-decided", "Person's request decided");
        kinds.put("rights-lifted", "Restriction lifted");
        kinds.put("rights-withdrawn", "Person's request withdrawn");
        kinds.put("record-opened", "Own record opened by a person");
        kinds.put("policy-published", "Policy version published");
        kinds.put("stop", "Something stopped");
        kinds.put("resume", "Something started again");
        return Collections.unmodifiableMap(kinds);
    }
}
