package org.narrowgate.web.console.cases;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.narrowgate.casework.PublicInterestFactor;
import org.narrowgate.casework.PublicInterestTest.Weight;

/** What a caseworker has typed and chosen on a request's page, by the names of its fields; other fields are not kept. */
record Typed(Map<String, String> fields) {
    static final Typed NOTHING = new Typed(Map.of());
    static final String VERSION = "version";
    static final String PROPORTIONALITY = "proportionality";
    static final String ALTERNATIVES = "alternatives";
    static final String REASONS = "reasons";
    static final String CONFIRMATION = "confirmation";
    static final String REFUSAL = "refusal";
    static final String QUESTION = "question";
    static final String PRIORITY_REASONS = "priority-reasons";
    static final String FINDINGS = "findings";
    static final String NOTIFICATION = "notification";
    static final String EMBARGO_UNTIL = "embargo-until";
    static final String EMBARGO_REVIEW = "embargo-review";
    static final String EMBARGO_PROPOSAL = "embargo-proposal";
    static final String EMBARGO_APPROVAL = "embargo-approval";
    static final String EMBARGO_REFUSAL = "embargo-refusal";
    static final String EMBARGO_END = "embargo-end";

    /** The texts a page may hold, in its order. */
    static final List<String> TEXTS = List.of(
            PRIORITY_REASONS, CONFIRMATION, PROPORTIONALITY, ALTERNATIVES, REASONS, REFUSAL, QUESTION, FINDINGS);

    /** Short, and decided at once: none of these is kept as a draft. */
    private static final List<String> OF_EMBARGOES =
            List.of(EMBARGO_UNTIL, EMBARGO_REVIEW, EMBARGO_PROPOSAL, EMBARGO_APPROVAL, EMBARGO_REFUSAL, EMBARGO_END);

    private static final String WEIGHT = "weight-";
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry(PROPORTIONALITY, "Proportionality"),
            Map.entry(ALTERNATIVES, "Alternatives"),
            Map.entry(REASONS, "Reasons for approving"),
            Map.entry(CONFIRMATION, "Reasons for confirming"),
            Map.entry(REFUSAL, "Reasons for refusing"),
            Map.entry(QUESTION, "Question"),
            Map.entry(PRIORITY_REASONS, "Reasons on the priority"),
            Map.entry(FINDINGS, "What was found and done"),
            Map.entry(NOTIFICATION, "Notification"),
            Map.entry(EMBARGO_UNTIL, "Last day"),
            Map.entry(EMBARGO_REVIEW, "To be reviewed by"),
            Map.entry(EMBARGO_PROPOSAL, "Why the person may not know yet"),
            Map.entry(EMBARGO_APPROVAL, "Reasons for approving the embargo"),
            Map.entry(EMBARGO_REFUSAL, "Reasons for refusing the embargo"),
            Map.entry(EMBARGO_END, "Reasons for ending the embargo"));

    Typed {
        fields = Map.copyOf(fields);
    }

    /** @throws BadRequestException where something was chosen that no form offers */
    static Typed read(MultivaluedMap<String, String> form) {
        var fields = new HashMap<String, String>();
        form.forEach((name, values) -> {
            if (name.startsWith(WEIGHT)) {
                fields.put(name(factor(name)), weight(values).name());
            }
            if (TEXTS.contains(name) || OF_EMBARGOES.contains(name)) {
                fields.put(name, text(values));
            }
        });
        return new Typed(fields);
    }

    /**
     * The version of a request that its page showed.
     *
     * @throws BadRequestException where it is none
     */
    static Instant version(MultivaluedMap<String, String> form) {
        try {
            return Instant.parse(String.valueOf(form.getFirst(VERSION)));
        } catch (DateTimeException e) {
            throw new BadRequestException();
        }
    }

    static String name(PublicInterestFactor factor) {
        return WEIGHT + factor.name();
    }

    /** What the page calls a field; its name where it has no other. */
    static String label(String name) {
        return LABELS.getOrDefault(name, name);
    }

    /** Empty where nothing was typed. */
    String of(String name) {
        return fields.getOrDefault(name, "");
    }

    Map<PublicInterestFactor, Weight> weights() {
        var weights = new EnumMap<PublicInterestFactor, Weight>(PublicInterestFactor.class);
        for (var factor : PublicInterestFactor.values()) {
            if (fields.containsKey(name(factor))) {
                weights.put(factor, Weight.valueOf(of(name(factor))));
            }
        }
        return weights;
    }

    /** With what was saved earlier where there is nothing here. */
    Typed over(Map<String, String> saved) {
        var both = new HashMap<>(saved);
        both.putAll(fields);
        return new Typed(both);
    }

    private static PublicInterestFactor factor(String name) {
        return Arrays.stream(PublicInterestFactor.values())
                .filter(factor -> name(factor).equals(name))
                .findFirst()
                .orElseThrow(BadRequestException::new);
    }

    private static Weight weight(List<String> values) {
        return Arrays.stream(Weight.values())
                .filter(weight -> values.equals(List.of(weight.name())))
                .findFirst()
                .orElseThrow(BadRequestException::new);
    }

    // A browser sends line ends as two characters, which nobody typed; and no database keeps a NUL.
    private static String text(List<String> values) {
        return values.getFirst().replace("\r\n", "\n").replace("\0", "");
    }
}
